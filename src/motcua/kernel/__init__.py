"""The ground: news, ledger, numbers, refusals, Vietnamese text. No word of the domain stands here."""
