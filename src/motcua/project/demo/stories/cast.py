"""Who plays in the stories: people at work in units that have ended, and those who look at them today.

The sources name one person, the chair of huyện Châu Thành; everybody else is invented.
"""

from dataclasses import dataclass
from datetime import date
from random import Random

from motcua.identity.sexes import Sex
from motcua.organisation.roles import Role
from motcua.project.demo.names import full_name
from motcua.project.demo.roster import HOME, TOWN, WEST

R = Role
BEGAN = date(2019, 1, 1)
DONG_THAP, CAN_THO, HO_CHI_MINH = "82", "92", "79"
CHAU_THANH, CU_LAO_DUNG, GO_CONG_TAY, BA_RIA_VUNG_TAU = (
    "H-chau-thanh", "H-cu-lao-dung", "H-go-cong-tay", "H-ba-ria-vung-tau"
)  # fmt: skip
CAI_TAU_HA, AN_PHU_THUAN = "H-cai-tau-ha", "H-an-phu-thuan"
CHAU_THANH_COMMUNES = (
    CAI_TAU_HA, "H-an-hiep", "H-an-khanh", "H-an-nhon", AN_PHU_THUAN, "H-hoa-tan", "H-phu-huu", "H-phu-long",
    "H-tan-binh", "H-tan-nhuan-dong", "H-tan-phu", "H-tan-phu-trung",
)  # fmt: skip
AN_THANH_2, AN_THANH_3 = "H-an-thanh-2", "H-an-thanh-3"
DESKS = ("31633", "31639", "31645", "31654")
GO_CONG_TAY_COMMUNES = ("H-vinh-binh", "H-long-binh", "H-dong-son")
#: Communes of today that the letter of the province reaches, the demonstration's own first.
#: The next four have desks of their own.
CAN_THO_COMMUNES = (HOME, "31633", "31639", "31645", "31654", "31673", "31528", "31552")


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody at a unit: one account with all these roles; ``office`` is the code's suffix of their office."""

    unit: str
    roles: tuple[Role, ...]
    title: str
    office: str = ""
    name: str = ""
    username: str = ""

    @property
    def account(self) -> str:
        return self.username or f"{_short(self.unit)}-{self.roles[0]}"

    @property
    def full_name(self) -> str:
        """The name that the source gives, or an invented one, always the same."""
        chance = Random(self.account)  # noqa: S311 - chance, not secrecy
        return self.name or full_name(chance, chance.choice((Sex.MALE, Sex.FEMALE)))


def _commune(code: str) -> tuple[Part, ...]:
    """A commune's people: five do what a one-stop desk and the reform need."""
    return (
        Part(code, (R.COMMUNE_LEADER,), "Chủ tịch UBND"),
        *_counter(code),
        Part(code, (R.RECORDS_CLERK, R.DIVISION_HEAD, R.PAR_OFFICER), "Văn phòng – thống kê"),
        Part(code, (R.CULTURE_SOCIAL_OFFICER,), "Công chức văn hóa – xã hội"),
    )


def _counter(code: str) -> tuple[Part, ...]:
    return (
        Part(code, (R.ONE_STOP_OFFICER,), "Công chức một cửa", username=f"motcua-{_short(code)}"),
        Part(
            code, (R.CIVIL_STATUS_OFFICER, R.CERTIFICATION_OFFICER), "Công chức tư pháp – hộ tịch",
            username=f"tuphap-{_short(code)}",
        ),
    )  # fmt: skip


def _desk(code: str) -> tuple[Part, ...]:
    """Who settles what a neighbour of today takes in, beside its officer of home affairs and its leader."""
    clerk = Part(code, (R.RECORDS_CLERK, R.DIVISION_HEAD), "Văn thư", username=f"vanthu-{code}")
    return (*_counter(code), clerk)


def _short(code: str) -> str:
    return code.removeprefix("H-").replace("-", "")


def _committee(code: str, of: str, *, chair: str = "") -> tuple[Part, ...]:
    """The committee of a district or a province: chair, home affairs, and one who sits beside them in councils."""
    home_affairs, office = ("NV", "VP") if code in (CHAU_THANH, CU_LAO_DUNG) else ("", "")
    home_affairs = "NV" if code == GO_CONG_TAY else home_affairs
    return (
        Part(code, (R.COMMUNE_LEADER,), f"Chủ tịch UBND {of}", name=chair),
        Part(code, (R.HOME_AFFAIRS_OFFICER, R.PAR_OFFICER), "Chuyên viên nội vụ", home_affairs),
        Part(code, (R.DIVISION_HEAD, R.COUNCIL_MEMBER, R.INSPECTOR), "Trưởng phòng Nội vụ", home_affairs),
        Part(code, (R.RECORDS_CLERK, R.ARCHIVIST), f"Văn thư, Văn phòng HĐND và UBND {of}", office),
    )


#: People of the past; their posts end with their units and they cannot sign in.
PAST: tuple[Part, ...] = (
    *_committee(CHAU_THANH, "huyện", chair="Phạm Tấn Xiếu"),
    *_committee(CU_LAO_DUNG, "huyện"),
    *_committee(GO_CONG_TAY, "huyện"),
    *_committee(BA_RIA_VUNG_TAU, "tỉnh"),
    *(part for code in (*CHAU_THANH_COMMUNES, AN_THANH_2, AN_THANH_3) for part in _commune(code)),
    *(
        part
        for code in GO_CONG_TAY_COMMUNES
        for part in (
            *_commune(code),
            Part(code, (R.LAND_OFFICER, R.CONSTRUCTION_OFFICER), "Công chức địa chính"),
        )
    ),
    Part(TOWN, (R.PAR_OFFICER,), "Công chức phụ trách cải cách hành chính"),
    Part(WEST, (R.PAR_OFFICER,), "Công chức phụ trách cải cách hành chính"),
)

#: People of today at the units that took over; they sign in and look at what their predecessors did.
PRESENT: tuple[Part, ...] = tuple(
    part
    for code, of in (
        (DONG_THAP, "tỉnh Đồng Tháp"), (CAN_THO, "thành phố Cần Thơ"), (HO_CHI_MINH, "Thành phố Hồ Chí Minh")
    )
    for part in (
        Part(code, (R.HOME_AFFAIRS_OFFICER, R.PAR_OFFICER), f"Chuyên viên Sở Nội vụ {of}", username=f"noivu{code}"),
        Part(code, (R.COMMUNE_LEADER,), f"Chủ tịch UBND {of}", username=f"lanhdao{code}"),
    )
)  # fmt: skip

#: People of the communes beside the demonstration's own; a larger demonstration has some of them already.
NEIGHBOURS: tuple[Part, ...] = tuple(
    part
    for code in CAN_THO_COMMUNES[1:]
    for part in (
        Part(code, (R.HOME_AFFAIRS_OFFICER, R.PAR_OFFICER), "Công chức nội vụ", username=f"noivu-{code}"),
        Part(code, (R.COMMUNE_LEADER,), "Chủ tịch Ủy ban nhân dân", username=f"chutich-{code}"),
        *(_desk(code) if code in DESKS else ()),
    )
)

#: Identifiers of desks that hand out codes of dossiers, made up like those of the roster.
AGENCY_CODES = {
    AN_THANH_2: "H51.12.06", AN_THANH_3: "H51.12.07",
    **{code: f"H13.58.{number}" for number, code in enumerate(DESKS, start=801)},
    **{code: f"H58.30.{number:02}" for number, code in enumerate(GO_CONG_TAY_COMMUNES, start=1)},
    **{code: f"H20.42.{number:02}" for number, code in enumerate(CHAU_THANH_COMMUNES, start=1)},
}  # fmt: skip
HAMLETS = ("1", "2", "3", "4")
