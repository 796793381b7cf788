"""Who takes part in a workflow: the counter, the specialists, those who sign, and bodies outside the office."""

from motcua.organisation.roles import Role

#: The one-stop desk (bộ phận một cửa).
DESK: frozenset[str] = frozenset({Role.ONE_STOP_OFFICER, Role.ONE_STOP_HEAD})

#: Those who examine a dossier inside the office.
SPECIALISTS: frozenset[str] = frozenset(
    {
        Role.CIVIL_STATUS_OFFICER,
        Role.CERTIFICATION_OFFICER,
        Role.CULTURE_SOCIAL_OFFICER,
        Role.LAND_OFFICER,
        Role.CONSTRUCTION_OFFICER,
        Role.ECONOMY_OFFICER,
        Role.SPECIALIST,
        Role.DIVISION_HEAD,
    }
)

#: Those whose signature makes a result.
SIGNERS: frozenset[str] = frozenset({Role.COMMUNE_LEADER})

#: Those who hand out work: they may assign any step of their unit.
ASSIGNERS: frozenset[str] = frozenset({Role.ONE_STOP_HEAD, Role.DIVISION_HEAD, Role.COMMUNE_LEADER})

#: Bodies outside the office; an account may hold such a role, otherwise the office records their answer.
EXTERNAL: frozenset[str] = frozenset(
    {
        Role.POLICE_DUTY_OFFICER,
        Role.POLICE_RESIDENCE_OFFICER,
        Role.POLICE_IDENTITY_OFFICER,
        Role.COMMUNE_POLICE_CHIEF,
        Role.SOCIAL_INSURANCE_OFFICER,
        Role.LAND_REGISTRY_OFFICER,
        Role.TAX_OFFICER,
        Role.PROVINCIAL_HOME_AFFAIRS,
        Role.DISABILITY_COUNCIL,
        Role.HAMLET_HEAD,
        Role.POST_OFFICER,
        Role.SYSTEM,
    }
)

#: Bodies that decide in place of the office: what its leader signs before them is a letter, not the result.
DECIDERS: frozenset[str] = frozenset({Role.PROVINCIAL_HOME_AFFAIRS})

#: Who works on dossiers and may look people up for it; helpers (đoàn viên, trưởng ấp, bưu tá) may not.
READERS: frozenset[str] = (
    DESK
    | SPECIALISTS
    | SIGNERS
    | {
        Role.RECORDS_CLERK,
        Role.ADMINISTRATOR,
        Role.COMMUNE_POLICE_CHIEF,
        Role.POLICE_DUTY_OFFICER,
        Role.POLICE_RESIDENCE_OFFICER,
        Role.SOCIAL_INSURANCE_OFFICER,
        Role.LAND_REGISTRY_OFFICER,
        Role.TAX_OFFICER,
    }
)

#: Those who may write down what a body outside has answered.
RECORDERS: frozenset[str] = DESK | SPECIALISTS | {Role.RECORDS_CLERK}
