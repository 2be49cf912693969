"""The ways that requests to the made-up office go: every kind, every answer, every state."""

from privdesk.demo import deeds
from privdesk.demo.story import Answer, Plot, Step, Story
from privdesk.domain.decision import Decision
from privdesk.domain.event import Asked, Proposed
from privdesk.domain.law import Channel, Requester

WAY = (
    Step(1, deeds.ask_papers, Story.asks_papers),
    Step(1, deeds.acknowledge),
    Step(4, deeds.check_identity, Story.needs_identity),
    Step(5, deeds.decide),
    Step(5, deeds.ask_approval, Story.needs_approval),
    Step(6, deeds.approve, Story.needs_approval),
    Step(6, deeds.execute, Story.needs_execution),
    Step(7, deeds.answer),
    Step(8, deeds.send),
    Step(9, deeds.close),
)


def _asked(kind: str, what: str = "", reason: str = "", number: int = 1, **more: tuple[object, ...]) -> Asked:
    return Asked(number=number, kind=kind, what=what, reason=reason, **more)  # type: ignore[arg-type]


_MOVED = (Proposed(field="postal", value="150-0041"), Proposed(field="address", value="東京都渋谷区神南9丁目9番9号"))
_MOVED_AGAIN = (
    Proposed(field="postal", value="460-0008"),
    Proposed(field="address", value="愛知県名古屋市中区栄9丁目3番1号"),
)
_SEARCHED = "顧客台帳、取引台帳及び受信記録を、氏名、会員番号及び連絡先により検索しました。"
_NOT_OURS = "お申し出の電話は当社からのものではございません。"
_UNFAIR = "審査の基準が明らかになり、不正の防止が著しく困難になります。"
_ALL = (_asked("DISCLOSE", "保有しているすべての情報"),)
_MIXED = (
    *_ALL,
    _asked("OPTOUT", "広告メール", number=2, purposes=("news",)),
    _asked("TPREC", "第三者提供記録", number=3),
)
_NOT_HELD = Answer(Decision.NOT_HELD, facts=_SEARCHED)
_GIVEN = (Answer(Decision.DISCLOSED),)
_CORRECT = (_asked("CORRECT", "住所", "転居したため", proposed=_MOVED),)
_CORRECT_AGAIN = (_asked("CORRECT", "住所", "転居したため", proposed=_MOVED_AGAIN),)
_REVIEW = (_asked("DISCLOSE", "審査の記録"),)
_WITHHELD = (Answer(Decision.WITHHELD, "33-2-2", _UNFAIR),)
_STOP = (_asked("STOP", "広告メール", "同意なく広告に使われたため", purposes=("news",)),)
_STOP5 = (_asked("STOP5", "会員情報", "退会し、利用の必要がなくなったため", purposes=("news", "related")),)
_CALLED = (_asked("COMPLAINT", "不審な電話について"),)

# what is said in a request, for a customer who reads English
ENGLISH = {
    "保有しているすべての情報": "All information that you hold about me",
    "広告メール": "Advertising mails",
    "メール配信": "Newsletter",
    "第三者提供記録": "Records of provision to third parties",
    "住所": "Address",
    "転居したため": "I have moved.",
    "審査の記録": "Records of the screening",
    "同意なく広告に使われたため": "They were used for advertising without my consent.",
    "会員情報": "Membership data",
    "退会し、利用の必要がなくなったため": "I am leaving and there is no more need for them.",
    "不審な電話について": "A suspicious telephone call",
    "電話番号": "Telephone number",
    "提携先への提供": "Provision to partners",
    "同意していない提供を受けたため": "I did not agree to it.",
    _SEARCHED: "We searched the customer register, the transaction register and the incoming mail"
    " by name, customer number and contact details.",
    _NOT_OURS: "The telephone call that you describe did not come from our company.",
    _UNFAIR: "Our standards of screening would become known, which would make it very hard to prevent fraud.",
}
# every kind of request, going on with the days
WHOLE = (
    Plot(_ALL, _GIVEN, WAY),
    Plot((_asked("PURPOSE", "電話番号"),), (Answer(Decision.PURPOSE_NOTIFIED),), WAY, Channel.MAIL),
    Plot((_asked("TPREC", "第三者提供記録"),), (_NOT_HELD,), WAY, Channel.MAIL),
    Plot(_CORRECT, (Answer(Decision.CORRECTED),), WAY, Channel.VISIT),
    Plot(_STOP, (Answer(Decision.SUSPENDED),), WAY),
    Plot(
        (_asked("STOP3P", "提携先への提供", "同意していない提供を受けたため"),),
        (Answer(Decision.PROVISION_STOPPED),),
        WAY,
        Channel.MAIL,
    ),
    Plot(_STOP5, (Answer(Decision.SUSPENDED),), WAY),
    Plot((_asked("OPTOUT", "メール配信", purposes=("news",)),), (Answer(Decision.OPTED_OUT),), WAY, Channel.MAIL),
    Plot(
        _CALLED,
        (Answer(Decision.ANSWERED, facts=_NOT_OURS),),
        WAY,
        Channel.PHONE,
    ),
    Plot(_REVIEW, _WITHHELD, WAY),
    Plot(_MIXED, (*_GIVEN, Answer(Decision.OPTED_OUT), _NOT_HELD), WAY, Channel.MAIL),
    Plot(_ALL, _GIVEN, WAY, requester=Requester.AGENT),
)
# one for each state in which a request can lie, and for each other end
LYING = (
    Plot(_ALL, (), ()),
    Plot(_CORRECT, (), WAY[:2], Channel.MAIL),
    Plot(_ALL, (), WAY[:2]),
    Plot(_ALL, (), (*WAY[:3], Step(5, deeds.wait_for_fee)), Channel.MAIL),
    Plot(_ALL, (), WAY[:3]),
    Plot(_MIXED, _GIVEN, WAY[:4], Channel.MAIL),
    Plot(_REVIEW, _WITHHELD, WAY[:5]),
    Plot(_STOP, (Answer(Decision.SUSPENDED),), WAY[:6]),
    Plot(_ALL, _GIVEN, WAY[:7]),
    Plot(_ALL, _GIVEN, WAY[:8], Channel.VISIT),
    Plot(_CORRECT_AGAIN, (Answer(Decision.CORRECTED),), WAY[:9], Channel.VISIT),
    Plot(_ALL, (), (*WAY[:2], Step(3, deeds.withdraw)), old=True),
    Plot(_ALL, (), (*WAY[:2], Step(45, deeds.end_unverified)), old=True),
    Plot(_ALL, (), (*WAY[:2], Step(3, deeds.refer)), old=True),
    Plot(_ALL, (), (*WAY[:2], Step(3, deeds.convert)), old=True),
)
