"""The closed vocabularies of a reading: public identifiers, spelled the same in JSON, exports, pages and the codebook."""

from __future__ import annotations

from typing import Literal, get_args

ActType = Literal[
    "meeting",
    "conference",
    "visit",
    "call",
    "message",
    "invitation",
    "congratulation",
    "condolence",
    "appreciation",
    "credentials",
    "appointment",
    "mission",
    "agreement",
    "cooperation",
    "aid",
    "mediation",
    "support",
    "appeal",
    "condemnation",
    "rejection",
    "recognition",
    "protest",
    "recall",
    "expulsion",
    "rupture",
    "restoration",
    "sanction",
    "easing",
    "threat",
    "membership",
    "vote",
    "handover",
]
"""One thing done, or said to be coming, between representatives of states or international organisations."""

Status = Literal["done", "announced", "intended", "agreed", "called_off", "denied"]
"""How far an act has come, by the document's word."""

PROSPECTIVE: frozenset[str] = frozenset({"announced", "intended", "agreed"})
"""The statuses of acts that are still to come: the record's commitments."""

Role = Literal["agent", "counterpart", "party", "principal", "envoy", "subject", "attendee"]
"""What a participant is in an act."""

ActorKind = Literal["person", "country", "organisation", "institution"]
"""What an actor is."""

OfficeName = Literal[
    "head_of_state",
    "deputy_head_of_state",
    "head_of_government",
    "foreign_minister",
    "minister",
    "deputy_minister",
    "parliament_speaker",
    "ambassador",
    "charge_d_affaires",
    "permanent_representative",
    "special_envoy",
    "secretary_general",
    "spokesperson",
    "official",
]
"""The offices that the record tells apart."""

Mode = Literal["direct", "indirect", "mixed"]
"""A statement in quotation marks, without them, or indirect with quoted fragments."""

DateBasis = Literal["told", "report", "inherited"]
"""Told of this act, taken from the clause that reports it, or inherited from the act that it is within."""

PlaceBasis = Literal["told", "inherited"]
"""Told of this act, or inherited from the act that it is within."""

Method = Literal["parse", "proximity"]
"""Whether participants were found along the parse, or by order and nearness."""

FORMS: dict[str, tuple[str, ...]] = {
    "meeting": ("audience", "talks", "working_session", "negotiation", "consultations", "joint_commission", "margins"),
    "conference": ("summit", "ministerial", "session", "forum"),
    "visit": ("state", "official", "working", "friendly", "private", "stopover"),
    "call": ("telephone", "video"),
    "message": ("letter", "oral", "greetings", "reply"),
    "invitation": ("visit", "event"),
    "appreciation": ("thanks", "praise", "decoration"),
    "credentials": ("letters", "copies"),
    "appointment": ("named", "agrement", "ended"),
    "mission": ("opened", "closed", "reopened", "moved"),
    "agreement": ("signed", "initialled", "concluded", "ratified", "acceded", "renewed", "in_force", "suspended", "denounced"),
    "aid": ("humanitarian", "financial", "material", "military"),
    "appeal": ("request", "urge", "demand"),
    "rejection": ("refusal", "denial"),
    "recognition": ("granted", "withdrawn"),
    "protest": ("summons", "note"),
    "recall": ("recalled", "returned"),
    "rupture": ("severed", "suspended", "downgraded", "closed"),
    "restoration": ("established", "restored", "normalised", "reopened"),
    "sanction": ("imposed", "extended"),
    "easing": ("lifted", "eased"),
    "threat": ("warning", "ultimatum"),
    "membership": ("applied", "joined", "left", "suspended", "readmitted"),
    "vote": ("for", "against", "abstained", "vetoed", "adopted", "elected"),
    "handover": ("released", "extradited", "exchanged", "repatriated", "returned"),
}
"""The forms that an act of a type may take; a type that is missing here has none."""

RELATIONS: tuple[str, ...] = ("presides", "member_of", "seat_of", "host_of", "neighbour_of", "exporter_of", "ally_of")
"""Standing facts told in passing, subject first."""

TOPICS: tuple[str, ...] = (
    "trade",
    "energy",
    "security",
    "defence",
    "counter_terrorism",
    "migration",
    "consular",
    "culture",
    "education",
    "health",
    "environment",
    "agriculture",
    "transport",
    "technology",
    "finance",
    "human_rights",
    "humanitarian",
    "peace_process",
    "non_alignment",
    "multilateral",
    "parliamentary",
    "diaspora",
    "decolonisation",
    "nuclear",
    "water",
    "fisheries",
    "sport",
    "bilateral_relations",
)
"""What an act is about."""

ACT_TYPES: tuple[str, ...] = get_args(ActType)
STATUSES: tuple[str, ...] = get_args(Status)
ROLES: tuple[str, ...] = get_args(Role)
OFFICES: tuple[str, ...] = get_args(OfficeName)
