"""What a user can mend, each with its sentence.

DeskError
  (below, by noun)
"""

from privdesk.domain.deskerror import DeskError as DeskError
from privdesk.domain.shown import shown


class Cancelled(DeskError):
    """The user stopped long work."""

    sentence = shown("errors", "Stopped as you asked. Nothing was changed.")


# The vault


class NotADesk(DeskError):
    """The folder that was picked holds no desk."""

    sentence = shown("errors", "“{folder}” is not a desk folder. Pick the folder that ends in “.privdesk”.")


class DeskExists(DeskError):
    """A new desk never goes where something is already."""

    sentence = shown("errors", "“{folder}” is there already. Give the new desk another name.")


class WrongPassword(DeskError):
    """One sentence for an unknown login and a wrong password, so that nobody can find out who has a login."""

    sentence = shown("errors", "The login or the password is not right. Check the Caps Lock key and the input mode.")


class PasswordLength(DeskError):
    """The two bounds that hold whatever else an office decides."""

    sentence = shown("errors", "A password needs {least} to {most} characters.")


class PasswordsDiffer(DeskError):
    """The second typing of a new password is another one."""

    sentence = shown("errors", "The two passwords are not the same. Type the second one again.")


class SheetLength(DeskError):
    """The recovery sheet has a known number of characters."""

    sentence = shown("errors", "The sheet has {groups} groups of {length} characters; {typed} characters were typed.")


class SheetTypo(DeskError):
    """Each group of the recovery sheet proves itself."""

    sentence = shown("errors", "Group {group} is not as on the sheet. Compare its characters one by one.")


class WrongSheet(DeskError):
    """The sheet is typed without a slip, but opens nothing here."""

    sentence = shown("errors", "This recovery sheet does not belong to this desk, or a newer one has replaced it.")


class KeysDamaged(DeskError):
    """Both copies of the key header are unreadable."""

    sentence = shown("errors", "The key files “keys” and “keys.2” are both damaged. Put one back from a backup.")


class KeysAltered(DeskError):
    """The key header is readable, but somebody without the right to do so has changed it."""

    sentence = shown(
        "errors",
        "The key files were changed from outside. Stop, and put “keys” and “keys.2” back from a backup.",
    )


class NewerProgram(DeskError):
    """A header or data file of a newer format is never opened by guess."""

    sentence = shown("errors", "A newer privdesk has worked with this desk. Install it here too. Nothing was changed.")


class DataMissing(DeskError):
    """The keys are there, the data file is not."""

    sentence = shown("errors", "The data file “data.db” is missing from the desk folder. Put it back from a backup.")


class DataEmpty(DeskError):
    """SQLite would open a file of 0 bytes as a new, empty database."""

    sentence = shown("errors", "The data file “data.db” is empty. Put it back from a backup; nothing was changed.")


class DataForeign(DeskError):
    """The first bytes of the data file are of no file that these keys open."""

    sentence = shown(
        "errors",
        "“data.db” does not belong to these keys, or its beginning is damaged. Restore the newest backup.",
    )


class VaultDamaged(DeskError):
    """The data file fails its own checks."""

    sentence = shown("errors", "The data file “data.db” is damaged. Nothing was changed. Restore the newest backup.")


class OlderCopy(DeskError):
    """A copy put in place of a newer one would silently lose what was done since."""

    sentence = shown(
        "errors",
        "This is an older copy: a newer one was open before. Put the newer one back, or ask a manager.",
    )


class OlderThanSeen(OlderCopy):
    """The users or keys of this copy are older than what this PC saw of the desk last."""

    sentence = shown(
        "errors",
        "This is an older copy: on {when} a newer one was open on this PC. Put the newer one back, or ask a manager.",
    )


class OlderLog(OlderCopy):
    """The log of this copy ends before, or runs otherwise than, what this PC saw of the desk last."""

    sentence = shown(
        "errors",
        "This is an older copy, or its log was rewritten: on {when} this PC saw {seen} log entries, here are {here}. "
        "Put the newer one back, or ask a manager.",
    )


class LogBroken(DeskError):
    """The newest part of the log does not hold together."""

    sentence = shown(
        "errors",
        "The log was altered at entry {entry}. Put the newest backup back, or ask a manager and an auditor.",
    )


class SecondManagerNeeded(DeskError):
    """An older copy counts from now on only if two managers want it, where there are two."""

    sentence = shown("errors", "A second manager must agree here with his own login and password.")


class SecondManagerWrong(DeskError):
    """What the second manager typed opens nothing."""

    sentence = shown("errors", "Login or password of the second manager is wrong.")


class LogCodeUnreadable(DeskError):
    """What was typed is no code of the log."""

    sentence = shown("errors", "This is no code of the log. It looks like {example}.")


class DeskInUse(DeskError):
    """One program at a time opens a desk."""

    sentence = shown("errors", "The desk is already open: {login} on {pc}, since {since}. Lock it there first.")


class DeskClosed(DeskError):
    """The desk lies in a folder of another account, or its rights were taken away."""

    sentence = shown("errors", "Your account may not open this desk. Ask whoever looks after this PC for the right to.")


class NotPlain(DeskError):
    """A folder, a link or a pipe stands where one of a desk's files belongs; it is neither read nor followed."""

    sentence = shown("errors", "“{file}” is not an ordinary file. Nothing was changed. Put it back from a backup.")


class NameTooLong(DeskError):
    """The system has a bound on names."""

    sentence = shown("errors", "This name is too long for a file or folder. Choose a shorter one.")


class ProfileClosed(DeskError):
    """Without its notes a PC could not tell an older copy put in a desk's place."""

    sentence = shown(
        "errors",
        "privdesk keeps notes of its desks in “{folder}” and cannot write there. Ask whoever looks after this PC.",
    )


class ReadOnlyFolder(DeskError):
    """Without writing there is no log, and without the log no look."""

    sentence = shown("errors", "Nothing can be written where the desk lies. Copy its folder to this PC; open the copy.")


class NetworkFolder(DeskError):
    """SQLite's write-ahead log does not work over a network, and its locks do not hold there."""

    sentence = shown(
        "errors",
        "This folder lies on the network, where a broken connection damages a desk. "
        "Keep the desk in a folder on this PC.",
    )


class DiskFull(DeskError):
    """The act was rolled back whole; earlier work is safe."""

    sentence = shown("errors", "The disk is full; nothing was changed, earlier work is safe. Make room and try again.")


class DiskTrouble(DeskError):
    """The disk answered with an error of its own."""

    sentence = shown("errors", "The disk reports an error, so this was not saved. Make a backup to another disk now.")


class LoginMissing(DeskError):
    """Somebody needs a login."""

    sentence = shown("errors", "A login is needed, a short word to unlock the desk with.")


class LoginUnreadable(DeskError):
    """A login is typed and read out, so that it is one short line."""

    sentence = shown("errors", "A login is one short line of letters that can be seen, of at most {most}.")


class LoginTaken(DeskError):
    """A login leads to one user."""

    sentence = shown("errors", "The login “{login}” is already in use. Choose another one.")


class NoSuchUser(DeskError):
    """A change came for a user who has no way in."""

    sentence = shown("errors", "This user cannot unlock the desk (any more).")


class NoManagerLeft(DeskError):
    """Somebody must be left who can let others in."""

    sentence = shown("errors", "This is the only manager. Make somebody else a manager first.")


class OwnAccess(DeskError):
    """Who takes a key from himself could not finish what he began."""

    sentence = shown("errors", "Your own role and your own access can only be changed by another manager.")


class OwnPasswordNeeded(DeskError):
    """A single-use password opens nothing but the way to one's own."""

    sentence = shown("errors", "This password was for the first time only. Now choose one that only you know.")


class PasswordHandedOut(DeskError):
    """The password that a manager has made up cannot become one's own."""

    sentence = shown("errors", "Somebody else knows this password. Choose one that only you know.")


class FileInUse(DeskError):
    """The data file cannot be exchanged while another connection has it open."""

    sentence = shown("errors", "The data file is still being read. Nothing was changed; try again in a moment.")


class DeskFull(DeskError):
    """The key header has a bound on its slots."""

    sentence = shown("errors", "A desk has room for {most} users. Remove one who has left first.")


class KeyNotHeld(DeskError):
    """The role's keys do not reach this far."""

    sentence = shown("errors", "Your role does not hold the key for this. Ask a manager.")


class NotCountersigned(KeyNotHeld):
    """Whoever came by a single-use password holds the keys of his role only after a manager's next login."""

    sentence = shown(
        "errors", "This has to wait until a manager has unlocked this desk once and you have unlocked it again."
    )


class NumberDamaged(DeskError):
    """A sealed number opens only in its own row and column."""

    sentence = shown("errors", "This number cannot be opened: it has been altered or moved. Restore it from a backup.")


# People and what is held about them


class NoSuchPerson(DeskError):
    """The person is no longer here."""

    sentence = shown("errors", "This customer is not in the desk (any more).")


class NoSuchNumber(DeskError):
    """A number that is gone, or of which only the last digits were ever kept."""

    sentence = shown("errors", "The whole number is not kept here. Ask the customer if you need it.")


class NoSuchPurpose(DeskError):
    """A purpose of use that the office does not have."""

    sentence = shown("errors", "The office has no such purpose of use (any more).")


class PurposeInUse(DeskError):
    """A purpose to which consents, suspensions or requests refer."""

    sentence = shown("errors", "Records refer to this purpose, so it stays. Switch it off instead.")


class CategoryMissing(DeskError):
    """A purpose that uses no data."""

    sentence = shown("errors", "Tick at least one kind of data that is used for this purpose.")


class EndsTooEarly(DeskError):
    """A suspension or an exemption that would be over before it began."""

    sentence = shown("errors", "The last day must not lie before the first one, nor before today.")


class SuspensionUngrounded(DeskError):
    """A suspension of which nobody could say later why it stands."""

    sentence = shown("errors", "Say in a few words why the use is suspended.")


class FilterUnnamed(DeskError):
    """A saved filter is chosen by its name."""

    sentence = shown("errors", "Give the filter a name.")


class FilterNameTaken(DeskError):
    """Two filters of one name could not be told apart in the menu."""

    sentence = shown("errors", "There is a filter “{name}” already. Choose another name.")


class FilterGone(DeskError):
    """A saved filter that somebody deleted."""

    sentence = shown("errors", "This filter is gone.")


class NotYourFilter(DeskError):
    """Somebody else's filter; a shared one can be changed by a manager too."""

    sentence = shown("errors", "Only who saved this filter, or a manager where it is shared, can change it.")


class TooManySelected(DeskError):
    """More rows than go through the clipboard."""

    sentence = shown("errors", "At most {most} rows can be copied at once. Export them to a file instead.")


class TooManyRows(DeskError):
    """A list longer than a worksheet."""

    sentence = shown("errors", "A worksheet holds {most} rows. Export the list as CSV instead, or search for less.")


class NotMerged(DeskError):
    """Only what was merged can be taken apart."""

    sentence = shown("errors", "These records are not merged any more. Nothing was changed.")


class MergedLater(DeskError):
    """Merges are taken apart in the order opposite to that in which they were made."""

    sentence = shown("errors", "Another merge was built on this one. Take the later one apart first.")


class MergeUsed(DeskError):
    """What was changed since a merge may be the one's or the other's; each says what it was."""

    sentence = shown(
        "errors",
        "The records stay merged: fields of the record were changed since, and nobody can say whose they are. Change "
        "them back first.",
    )


class MergeUsedName(MergeUsed):
    """A name."""

    sentence = shown(
        "errors",
        "The records stay merged: a name was changed since, and nobody can say whose it is. Take it back first.",
    )


class MergeUsedAddress(MergeUsed):
    """An address."""

    sentence = shown(
        "errors",
        "The records stay merged: an address was changed since, and nobody can say whose it is. Take it back first.",
    )


class MergeUsedContact(MergeUsed):
    """A way to be reached."""

    sentence = shown(
        "errors",
        "The records stay merged: a telephone number or mail address was changed since, and nobody can "
        "say whose it is. Take it back first.",
    )


class MergeUsedNumber(MergeUsed):
    """A bank account, card or licence."""

    sentence = shown(
        "errors",
        "The records stay merged: a bank account, card or licence was changed since, and nobody can say "
        "whose it is. Take it back first.",
    )


class MergeUsedPurpose(MergeUsed):
    """A consent, opt-out or suspension."""

    sentence = shown(
        "errors",
        "The records stay merged: a consent, opt-out or suspension was entered or ended since, and "
        "nobody can say whose it is. Take it back first.",
    )


class MergeUsedLink(MergeUsed):
    """A link to somebody."""

    sentence = shown(
        "errors",
        "The records stay merged: a link was changed since, and nobody can say whose it is. Take it back first.",
    )


class SameRecord(DeskError):
    """A customer is linked to somebody else."""

    sentence = shown("errors", "Choose another customer: nobody is linked to himself.")


class LinkKnown(DeskError):
    """The same link is there and in force."""

    sentence = shown("errors", "This link is there already. End it first if it changed.")


class LinkNameless(DeskError):
    """A link needs to say to whom."""

    sentence = shown("errors", "Choose a customer, or enter the name of somebody who is none.")


class LinkEndsEarly(DeskError):
    """A link that ends before it began."""

    sentence = shown("errors", "The last day lies before the first day of the link. Correct it.")


class LinkEnded(DeskError):
    """A link that ended, or is gone, cannot be ended again."""

    sentence = shown("errors", "This link has ended already. The list shows it as it is now.")


class PersonNeeded(DeskError):
    """A person whose entering can no longer be taken back."""

    sentence = shown(
        "errors",
        "This can no longer be undone: the customer was changed since, or a request, letter or hold needs him.",
    )


class EnteredBefore(DeskError):
    """Only a mistake of just now is taken out again; all else is corrected, or disposed of with a record."""

    sentence = shown(
        "errors",
        "Only what you entered yourself today is taken out again, while no request, letter or hold needs it. "
        "Correct it instead, or leave it to disposal.",
    )


class NoSuchBatch(DeskError):
    """The batch is not here."""

    sentence = shown("errors", "This import is not in the desk.")


class NoSuchRow(DeskError):
    """The row was dealt with, or its import was undone."""

    sentence = shown("errors", "This row is no longer waiting; somebody has dealt with it.")


class BatchNeeded(DeskError):
    """An import on which other work already rests."""

    sentence = shown(
        "errors",
        "This import can no longer be undone: {edited} of its customers were changed since, and {used} entries of "
        "requests, letters, holds, transactions or links need its rows.",
    )


class BatchUndone(DeskError):
    """An import is undone once."""

    sentence = shown("errors", "This import was undone already.")


class BatchRunning(DeskError):
    """An import that is not at its end yet."""

    sentence = shown("errors", "This import is still running. Wait for its end, or stop it where it runs.")


class ImportedBefore(DeskError):
    """The very same file was imported, and not undone."""

    sentence = shown(
        "errors", "This file was imported before, as import {batch}. Undo that one first if it must be repeated."
    )


class RowsRefused(DeskError):
    """A strict import takes every row or none."""

    sentence = shown(
        "errors", "{rows} rows have problems, so nothing was imported. Mend the file, or import without “strict”."
    )


class CardsUndecided(DeskError):
    """Full card numbers are taken in only where somebody said so."""

    sentence = shown(
        "errors",
        "The file has full card numbers. Say whether to drop them (recommended) or to keep them"
        " (on the command line: --cards drop or --cards keep).",
    )


class CardsNotKept(DeskError):
    """An office keeps full card numbers only if it has switched that on."""

    sentence = shown(
        "errors", "This office keeps no full card numbers. Drop them, or let a manager change that for the office."
    )


class TransactionTaken(DeskError):
    """A partner's transaction is taken in once."""

    sentence = shown("errors", "Transaction {number} of this partner is here already.")


class PartnerMissing(DeskError):
    """A transaction without the company that reported it."""

    sentence = shown("errors", "The row does not say which partner the transaction comes from.")


class NoSuchPartner(DeskError):
    """A partner whose entry is gone."""

    sentence = shown("errors", "This partner's entry is gone.")


class PartnerTaken(DeskError):
    """Two partners of one name could not be told apart in an import."""

    sentence = shown("errors", "Another partner has this name already.")


class PartnerInUse(DeskError):
    """A partner from whom data came."""

    sentence = shown("errors", "Data came from this partner, so the entry stays.")


class NumberTaken(DeskError):
    """Two customers may not have one customer number."""

    sentence = shown(
        "errors", "Customer number {number} belongs to another customer. Give another one or open that record."
    )


class NameMissing(DeskError):
    """A customer needs a name."""

    sentence = shown("errors", "A name is needed. Everything else can follow later.")


class ReasonMissing(DeskError):
    """A number is shown only for a reason."""

    sentence = shown("errors", "Say in a few words (10 characters or more) why you need it.")


class PurposeSuspended(DeskError):
    """The person's data may not be used for this purpose; `ground` tells why, and by which request."""

    sentence = shown(
        "errors",
        "This customer's data must not be used for “{purpose}” since {since} ({ground}). Nothing was done. A manager "
        "can sign an exemption from a suspension.",
    )


class NotSuspended(DeskError):
    """An exemption from a suspension that does not stand; what somebody opted out of is exempt from nothing."""

    sentence = shown(
        "errors",
        "An exemption needs a suspension that stands today. Who opted out is asked for a new consent instead.",
    )


class AdvertisingNotExempt(DeskError):
    """An exemption for advertising, which nobody who refused it may be sent (特定電子メール法3条3項)."""

    sentence = shown(
        "errors", "There is no exemption for advertising: who refused it is sent none before a new consent."
    )


class SignatureMissing(DeskError):
    """An exemption without a second person who signs it."""

    sentence = shown("errors", "An exemption is signed by a second person, who is a manager.")


class ExemptionTooLong(DeskError):
    """An exemption that would do away with the suspension."""

    sentence = shown("errors", "An exemption lasts {most} days at most. Sign another one then if it is still needed.")


class ExemptionOver(DeskError):
    """An exemption that was used up, ran out or was withdrawn."""

    sentence = shown("errors", "This exemption is not in force any more.")


class BadDate(DeskError):
    """A date that cannot be read, or a day that no calendar has."""

    sentence = shown(
        "errors", "There is no such date. Write it like 2026-11-22, 22.11.2026, R8.11.22 or 令和8年11月22日."
    )


class YearMissing(BadDate):
    """A day and month where only a whole date will do."""

    sentence = shown("errors", "The year is missing. Write the date like 2026-11-22 or R8.11.22.")


class DateOutsideEra(BadDate):
    """A day that does not lie in the era it was written with."""

    sentence = shown("errors", "This day does not lie in the era {era} ({span}). Check the era and the year.")


class DateOutOfReach(BadDate):
    """A day that no record can speak of, such as the 9999-12-31 that systems write for "no end"."""

    sentence = shown(
        "errors", "The date must lie between {first} and {last}. Check the year; leave it empty where there is no end."
    )


class BirthAhead(DeskError):
    """A day of birth that is still to come."""

    sentence = shown("errors", "The date of birth lies in the future. Check the year.")


class EndBeforeStart(DeskError):
    """A relationship that ended before it began."""

    sentence = shown(
        "errors", "The customer left on {left_on}, before the start on {since}. Correct one of the two days."
    )


class EndMissing(DeskError):
    """Somebody who left nobody knows when; the periods of retention start from that day."""

    sentence = shown(
        "errors", "Somebody who has left needs the day of leaving, from which the periods run. Enter it, or today."
    )


class BadPhone(DeskError):
    """Not a telephone number."""

    sentence = shown(
        "errors",
        "This is no telephone number. Write it with its area code, like 03-1234-5678 or 090-1234-5678, "
        "or for another country with + and the country code.",
    )


class PhoneWithoutZero(BadPhone):
    """A Japanese telephone number whose first 0 was lost, as spreadsheets do."""

    sentence = shown(
        "errors", "The telephone number must begin with 0, or with + and the country code. Add what is missing."
    )


class PhoneWrongLength(BadPhone):
    """A telephone number with too few or too many digits."""

    sentence = shown(
        "errors", "The telephone number has {digits} digits; a mobile number has 11 and a landline number 10. Check it."
    )


class BadPostalCode(DeskError):
    """Not a Japanese postal code."""

    sentence = shown("errors", "A postal code has seven digits. Write it like 100-0005.")


class BadMailAddress(DeskError):
    """Not a mail address."""

    sentence = shown(
        "errors", "This is no mail address. Write it like name@example.jp, without spaces, one in each field."
    )


class BadAccount(DeskError):
    """A bank account that cannot be read."""

    sentence = shown(
        "errors",
        "This is no bank account. Write bank code, branch code, type and number like 0001-110-普通-1234567, "
        "or for Japan Post Bank symbol and number like 10530-12345671.",
    )


class BadBankCode(BadAccount):
    """Not the code of a bank."""

    sentence = shown("errors", "A bank code has four digits. Write it like 0001.")


class BadBranchCode(BadAccount):
    """Not the code of a branch."""

    sentence = shown("errors", "A branch code has three digits. Write it like 110.")


class BadAccountType(BadAccount):
    """Not a type of account."""

    sentence = shown(
        "errors",
        "The type of the account must be 普通 (1), 当座 (2), 貯蓄 (4) or その他 (9). Write the word or its digit.",
    )


class BadAccountNumber(BadAccount):
    """Not an account number."""

    sentence = shown("errors", "An account number has up to seven digits and nothing else. Check it.")


class BadPostSymbol(BadAccount):
    """Not a symbol and number of Japan Post Bank."""

    sentence = shown(
        "errors",
        "A Japan Post Bank symbol has five digits, from 0 or 1 to a final 0; with a first 1 the number has up to eight "
        "digits, the last of them 1, with a first 0 up to seven. Copy both from the passbook.",
    )


class BadHolder(BadAccount):
    """An account holder's name with a sign that banks do not take."""

    sentence = shown(
        "errors",
        "The bank does not take “{sign}” in the holder's name. Use kana, A to Z, digits, spaces and ( ) - . / only.",
    )


class HolderWrongLength(BadAccount):
    """An account holder's name that is empty or longer than the bank's field."""

    sentence = shown(
        "errors",
        "The holder's name takes {length} places in half-width kana; it must be 1 to {most}. Shorten or complete it.",
    )


class BadCard(DeskError):
    """Not a card number."""

    sentence = shown("errors", "This is no card number. Copy all its digits from the front of the card.")


class CardWrongLength(BadCard):
    """A card number with too few or too many digits."""

    sentence = shown(
        "errors", "The card number has {digits} digits, which this brand of card never has. Copy it again."
    )


class CardCheckFailed(BadCard):
    """A card number whose check digit does not fit."""

    sentence = shown("errors", "The card number fails its check: a digit is wrong or two are exchanged. Copy it again.")


class BadExpiry(DeskError):
    """Not a card's month of expiry."""

    sentence = shown("errors", "This is no month of expiry. Write month and year as on the card, like 12/27.")


class SecurityCodeRefused(DeskError):
    """A card's security code, PIN or track, which nobody may keep after the payment."""

    sentence = shown("errors", "Security codes, PINs and magnetic strips of cards may never be kept. Leave this out.")


class SignBroken(DeskError):
    """Half of a sign (a lone surrogate), as a cut or foreign text may have it; no file can hold it."""

    sentence = shown("errors", "A text contains a broken character that cannot be stored. Delete it and type it again.")


class NumberInText(DeskError):
    """A card, account or licence number in a text that everybody reads and searches."""

    sentence = shown(
        "errors",
        "A card, account or licence number does not belong in a text. Enter it in its own field, which is sealed; "
        "here write at most its last four digits.",
    )


class BadLicence(DeskError):
    """Not the number of a driver's licence."""

    sentence = shown(
        "errors", "A driver's licence number has twelve digits; this has {digits}. Copy it from the licence."
    )


class LicenceUnknownOffice(BadLicence):
    """A licence number that begins with the code of no commission."""

    sentence = shown(
        "errors", "No prefecture's licence numbers begin with {code}. Check the first two digits of the licence number."
    )


class LicenceCheckFailed(BadLicence):
    """A licence number whose check digit does not fit."""

    sentence = shown(
        "errors", "The licence number fails its check: a digit is wrong or two are exchanged. Copy it again."
    )


class BadKana(DeskError):
    """A reading that is not written in kana."""

    sentence = shown("errors", "The reading must be written in kana, like ヤマダ タロウ. “{sign}” is not kana.")


# Foreign files


class FileUnreadable(DeskError):
    """A file that the system does not give us."""

    sentence = shown("errors", "“{file}” cannot be read. Close it in other programs, or copy it to another place.")


class FileNotWritten(DeskError):
    """A file that the system does not let us write."""

    sentence = shown(
        "errors", "“{file}” could not be written there. Close it in other programs, or choose another place."
    )


class OutputNotWritten(DeskError):
    """The standard output takes no more, as of a full disk."""

    sentence = shown("errors", "The output could not be written in full. Make room where it goes, and try again.")


class FileTaken(DeskError):
    """Something lies where a new file should go; it is never written over."""

    sentence = shown("errors", "“{file}” is there already and was left as it is. Choose another name.")


class FileTooLarge(DeskError):
    """A foreign file above the bound for its kind."""

    sentence = shown(
        "errors",
        "This file is too large: {size} MB; at most {most} MB are taken in. Split it or ask for less.",
    )


class UnreadableMail(DeskError):
    """Bytes that are no mail, or that break every reader."""

    sentence = shown(
        "errors", "This mail cannot be read. Nothing was taken in: keep the file, and ask the sender to write again."
    )


class OutlookMail(DeskError):
    """A .msg file, which only Outlook reads."""

    sentence = shown("errors", "Outlook's own format cannot be read. Open the mail there and save it as .eml.")


class MailTooComplex(DeskError):
    """A mail that is built to keep its reader busy."""

    sentence = shown(
        "errors",
        "This mail has more parts, headers or lines than anybody writes. Nothing was taken in: keep the file.",
    )


class MailDamaged(DeskError):
    """Parts of a mail that do not close or cannot be decoded."""

    sentence = shown(
        "errors",
        "Parts of this mail are damaged. What could be read is shown; compare it with the original.",
    )


class SenderMissing(DeskError):
    """A mail that does not say whom it is from."""

    sentence = shown("errors", "The mail names no sender. Find out whom it is from before you answer.")


class SentDateMissing(DeskError):
    """A mail whose date is missing or cannot be read."""

    sentence = shown("errors", "The mail does not say when it was sent. Enter the day on which it arrived.")


class MailTextMissing(DeskError):
    """A mail without any words."""

    sentence = shown(
        "errors",
        "The mail has no readable text. Look at its attachments or ask the sender to write again.",
    )


class UnknownCharset(DeskError):
    """A text that names a character code nobody knows."""

    sentence = shown(
        "errors",
        "The text names an unknown character code ({name}); {taken} was tried. Check that it reads well.",
    )


class CharactersLost(DeskError):
    """Bytes that are no characters in the code that was taken."""

    sentence = shown(
        "errors",
        "Some characters could not be read in {taken} and are shown as \ufffd. Try another character code.",
    )


class LettersLost(DeskError):
    """A name with the sign that some program put in place of a letter that it did not know."""

    sentence = shown("errors", "A letter of the name could not be read and was lost. Look it up and correct it.")


class TextCut(DeskError):
    """A text beyond the length that is shown."""

    sentence = shown("errors", "The text is very long; only its beginning is shown. The whole is kept in the original.")


class NotATable(DeskError):
    """A file that is neither CSV nor XLSX, such as a picture, a program or an old workbook."""

    sentence = shown(
        "errors",
        "This is neither a CSV table nor an XLSX workbook, or a password locks it. In the spreadsheet program, save it "
        "as XLSX or CSV (UTF-8) without a password and pick that file.",
    )


class WorkbookDamaged(DeskError):
    """A workbook whose parts do not fit together."""

    sentence = shown(
        "errors",
        "This workbook is damaged or was not made by a spreadsheet program. Open it there, save it anew and pick that "
        "file.",
    )


class TableTooComplex(DeskError):
    """A table that is built to keep its reader busy, or a workbook too large to be read whole."""

    sentence = shown(
        "errors",
        "This table needs more memory or time than a table of customers does. If it is a large workbook, save the "
        "sheet as CSV (UTF-8) and pick that file.",
    )


class TableTooLong(DeskError):
    """A table of more rows than are taken in at once, blank ones included."""

    sentence = shown(
        "errors",
        "The file has more than {most} rows, blank ones included. Delete the blank rows or divide it into several "
        "files.",
    )


class FileChanged(DeskError):
    """A file that is no longer the one that was looked at."""

    sentence = shown("errors", "The file was changed since it was looked at. Choose it again.")


class EncodingUnclear(DeskError):
    """None of the usual character codes fits the whole file."""

    sentence = shown(
        "errors",
        "The character code of the file could not be recognised. Choose it by hand, then check the names.",
    )


class NulInTable(DeskError):
    """NUL bytes: UTF-16 without its mark, or no text at all."""

    sentence = shown(
        "errors",
        "The file holds NUL characters. If it is UTF-16, choose that character code by hand; else it is damaged.",
    )


class TableEmpty(DeskError):
    """A table without its row of headers."""

    sentence = shown("errors", "The file is empty. A table needs a first row that names its columns.")


class TooManyColumns(DeskError):
    """A row wider than any table of customers."""

    sentence = shown("errors", "Line {line} has more than {most} columns. Check that the right separator was chosen.")


class FieldTooLong(DeskError):
    """A cell or line longer than any field of a record."""

    sentence = shown(
        "errors",
        "The row that begins in line {line} has a cell of more than {most} characters. A quotation mark may be "
        "missing.",
    )


class QuotesBroken(DeskError):
    """Quotation marks that do not close, which would swallow the rows that follow."""

    sentence = shown(
        "errors",
        "The quotation marks of the row that begins in line {line} do not match. Mend the row and try again.",
    )


class SurplusCells(DeskError):
    """A row that is longer than the row of headers, so its cells may have moved."""

    sentence = shown(
        "errors",
        "The row has more cells than there are columns. Check whether a separator stands inside a cell.",
    )


class ColumnMissing(DeskError):
    """A column without which no row could be taken."""

    sentence = shown(
        "errors",
        "No column could be recognised as “{field}”. Choose it on the mapping page or with --map.",
    )


class ColumnLeftOut(DeskError):
    """A column that no field is known for, so that nothing of it is kept."""

    sentence = shown("errors", "The column “{column}” is left out, since it goes to no field. Name one with --map.")


class ColumnNeverTaken(DeskError):
    """A column of security codes, PINs or the like, which no import takes (PCI DSS 3.3.1)."""

    sentence = shown("errors", "The column “{column}” is left out: security codes and PINs may never be kept.")


class ColumnsLeftOut(DeskError):
    """A strict import leaves no column out unless a map says so."""

    sentence = shown(
        "errors",
        "These columns would be left out: {columns}. Nothing was imported; say with --map which column is which field.",
    )


class MapUnreadable(DeskError):
    """A saved mapping that is no JSON or TOML of headers and fields."""

    sentence = shown(
        "errors",
        "The mapping is not readable. It needs one line for each column: its header and the field it goes to.",
    )


class MapFieldUnknown(DeskError):
    """A mapping that names a field nobody has."""

    sentence = shown("errors", "The mapping names a field “{field}” that does not exist.")


class MapColumnUnknown(DeskError):
    """A mapping that was made for another table."""

    sentence = shown("errors", "The mapping names a column “{header}” that this file does not have.")


class FieldGivenTwice(DeskError):
    """A second column for a field that takes one."""

    sentence = shown("errors", "Two columns are mapped to “{field}”. Keep one of them.")


class BadAmount(DeskError):
    """Not an amount of yen."""

    sentence = shown("errors", "This is no amount in yen. Write digits only, like 36,185 or -500.")


class BadStatus(DeskError):
    """A word for where a customer stands that nobody knows."""

    sentence = shown("errors", "This status is not known. Write active, left or refused.")


class BadConsent(DeskError):
    """Neither a yes nor a no to advertising mail."""

    sentence = shown("errors", "It is not clear whether advertising mail is wanted. Write 可 or 不可, yes or no.")


class TransactionIdMissing(DeskError):
    """A transaction that cannot be told from another one."""

    sentence = shown("errors", "The transaction has no number of its own, so it could be taken in twice.")


# Requests


class LawMissing(DeskError):
    """No law file reaches back to the day."""

    sentence = shown("errors", "There is no law data for {day}. Check the day of arrival.")


class BeforeArrival(DeskError):
    """Nothing in a case can have happened before the request arrived."""

    sentence = shown("errors", "{day} lies before the arrival of the request. Check the date.")


class RequestEnded(DeskError):
    """An ended request is read, not changed."""

    sentence = shown("errors", "This request has ended. Reopen it, with a reason, to go on.")


class RequestOpen(DeskError):
    """Only an ended request can be reopened."""

    sentence = shown("errors", "This request is still open.")


class AlreadyDone(DeskError):
    """A second click, or somebody else was faster."""

    sentence = shown("errors", "This step was already done. Reload the request to see its present state.")


class ReasonNeeded(DeskError):
    """The step is one that has to be explained later."""

    sentence = shown("errors", "Give a reason; it stays with the request.")


class ItemsMissing(DeskError):
    """A request without items asks for nothing."""

    sentence = shown("errors", "Enter first what is asked, one line for each thing.")


class ItemGone(DeskError):
    """The item was changed away meanwhile."""

    sentence = shown("errors", "Item {item} is no longer part of this request. Reload it.")


class ItemDecided(DeskError):
    """A decided item is not rewritten under its decision."""

    sentence = shown("errors", "Item {item} has a decision. Take the decision back before you change the item.")


class ItemTold(DeskError):
    """What somebody was told is not untold."""

    sentence = shown("errors", "Item {item} was answered already. Add a new item for what has to change.")


class ItemOpen(DeskError):
    """Each asked thing gets its answer."""

    sentence = shown("errors", "Item {item} has no decision yet.")


class PersonMissing(DeskError):
    """Data are given or changed of a known customer only."""

    sentence = shown("errors", "Link the customer first; item {item} concerns data on file.")


class IdentityMissing(DeskError):
    """Incomplete is not refused: without a check of identity nothing is decided, told or changed."""

    sentence = shown("errors", "Item {item} needs the requester's identity. Record the papers seen, or ask for them.")


class PartyDiffers(DeskError):
    """The check belongs to another sort of requester than the request names."""

    sentence = shown(
        "errors", "The check is for another kind of requester than this request names. Correct one of them."
    )


class DecisionImpossible(DeskError):
    """The law's data list the decisions of each kind."""

    sentence = shown("errors", "This decision is not possible for item {item}. Choose one of those offered.")


class GroundMissing(DeskError):
    """A refusal names one of the grounds of its kind."""

    sentence = shown("errors", "Choose the ground for item {item} from the list; the law allows no other.")


class FactsMissing(DeskError):
    """A ground without facts explains nothing (Art. 36)."""

    sentence = shown("errors", "Write down the facts for item {item}: why, or where was searched.")


class KeepDateMissing(DeskError):
    """What is kept is kept until a day, under a rule."""

    sentence = shown("errors", "Item {item} needs the retention rule and the day until which the data are kept.")


class ApprovalMissing(DeskError):
    """Refusals and erasures pass a second pair of eyes."""

    sentence = shown("errors", "Item {item} waits for the approval of a second person.")


class ApprovalNotDue(DeskError):
    """There is nothing to approve."""

    sentence = shown("errors", "Nothing in this request waits for approval.")


class OwnApproval(DeskError):
    """Nobody approves an own decision, except in an office of one person, and there no erasure."""

    sentence = shown("errors", "You made a decision here yourself. A second person has to approve it.")


class NothingToCarryOut(DeskError):
    """The decision changes no data, or there is none."""

    sentence = shown("errors", "There is nothing to carry out for item {item}.")


class CarriedOut(DeskError):
    """What was done is not undone by changing the decision."""

    sentence = shown("errors", "Item {item} was carried out already. Add a new item for what has to change.")


class NotCarriedOut(DeskError):
    """The answer says what was done, so it comes after it."""

    sentence = shown("errors", "Item {item} is decided but not carried out yet.")


class LetterNotIssued(DeskError):
    """A letter is issued before it is sent."""

    sentence = shown("errors", "This letter was not issued, or a later decision has overtaken it. Write it again.")


class AnswerNotSent(DeskError):
    """The person is told before the case is closed."""

    sentence = shown("errors", "The letter with the answer to item {item} has not been sent.")


class ClosingNotSent(DeskError):
    """Who gets no answer is at least told why, and how to start again."""

    sentence = shown("errors", "Send the letter about the closing first.")


class PapersNotNeeded(DeskError):
    """Nobody has to show papers for what the law gives without them."""

    sentence = shown("errors", "Nothing asked here needs papers. Go on without them.")


class PapersUnnamed(DeskError):
    """A letter that asks for papers has to say for which."""

    sentence = shown("errors", "Choose which papers are wanted.")


class PapersNotAsked(DeskError):
    """Only for what the requester was told of can the office wait, or close the case because it did not come."""

    sentence = shown("errors", "The requester was not told which papers are wanted, or has shown them.")


class TooSoonToClose(DeskError):
    """Who was asked for papers gets time to bring them."""

    sentence = shown(
        "errors", "The requester has time until {day} to show who is asking. Close the request after that."
    )


class AnswerBegun(DeskError):
    """A request with decisions goes to its answer, not out by a side door."""

    sentence = shown("errors", "This request has decisions. Answer it, or take the decisions back.")


class FeeForbidden(DeskError):
    """Art. 38 names the kinds for which a fee may be asked; 34 and 35 are not among them."""

    sentence = shown("errors", "The law allows no fee for this request.")


class AlreadyWaiting(DeskError):
    """The clock stands for this reason already."""

    sentence = shown("errors", "The request is already waiting for this.")


class NotWaiting(DeskError):
    """The clock does not stand for this reason."""

    sentence = shown("errors", "The request is not waiting for this.")


class ExtensionNotLater(DeskError):
    """An extension moves the deadline back, not forward."""

    sentence = shown("errors", "The deadline is {due} already. Choose a later day.")


class ExtensionTooLong(DeskError):
    """The office has set itself an outer limit."""

    sentence = shown("errors", "The deadline can be extended to {limit} at most.")


class CheckIncomplete(DeskError):
    """A tick is no check."""

    sentence = shown(
        "errors",
        "Record who checked, which facts on file were matched, and how the contact on file was used.",
    )


class MethodNotAccepted(DeskError):
    """Each channel has its ways to show who is asking."""

    sentence = shown("errors", "Identity cannot be shown in this way on this channel. Choose another way.")


class PaperNotAccepted(DeskError):
    """The paper is not, or not on that day, on the list."""

    sentence = shown("errors", "Paper {number} is not accepted on this day. Ask for another one.")


class PaperNotOriginal(DeskError):
    """Certificates count as originals only."""

    sentence = shown("errors", "Paper {number} counts only as an original. Ask for the original.")


class PaperNotMasked(DeskError):
    """Some fields of a paper may not be collected."""

    sentence = shown("errors", "Paper {number} shows fields that must be blacked out. Black them out and record it.")


class PaperNotValid(DeskError):
    """An expired paper proves nothing."""

    sentence = shown("errors", "Paper {number} had expired, or the end of its validity is not recorded.")


class PaperTooOld(DeskError):
    """Certificates tell how things stood on their day."""

    sentence = shown("errors", "Paper {number} must have been issued within {months} months; record the day of issue.")


class PapersMissing(DeskError):
    """The papers do not reach the least that is asked for."""

    sentence = shown(
        "errors",
        "Not enough papers: {photo} with a photo, or else {other} without; by post one must show the address.",
    )


class AuthorityMissing(DeskError):
    """An agent shows by what right."""

    sentence = shown("errors", "A paper that shows the right to act for the person is missing.")


class RecipientUnproved(DeskError):
    """What is disclosed goes to somebody else only where the person gave him the power."""

    sentence = shown(
        "errors",
        "The answer goes to somebody else: record the papers that show he may get it (mandate and seal certificate).",
    )


class NoSuchRequest(DeskError):
    """The request is not, or no longer, in the desk."""

    sentence = shown("errors", "This request is not in the desk. Reload the list.")


class DayAhead(DeskError):
    """What has happened has happened by today."""

    sentence = shown("errors", "{day} has not come yet. Check the date.")


class SpanTurned(DeskError):
    """A list of days that end before they begin would be empty, and look like an answer."""

    sentence = shown("errors", "The last day lies before the first. Check both dates.")


class CheckerOther(DeskError):
    """What somebody saw he records himself."""

    sentence = shown("errors", "Whoever saw the papers records the check himself.")


class FieldNotCorrectable(DeskError):
    """Some fields are the office's own, or are changed one by one."""

    sentence = shown("errors", "This field cannot be corrected through a request.")


class ProposalMissing(DeskError):
    """A correction names the fields and what they should say."""

    sentence = shown("errors", "Item {item} does not say which fields to correct. Enter them with the item first.")


class NumberMissing(DeskError):
    """A number is typed only when it is carried out, because it is kept nowhere else."""

    sentence = shown("errors", "Type the new number to carry out item {item}.")


class NothingDiffers(DeskError):
    """A letter must not tell of a correction that changed nothing."""

    sentence = shown("errors", "The record already says what item {item} proposes. Nothing was changed.")


class ErasureNotYet(DeskError):
    """Erasure goes through disposal only."""

    sentence = shown(
        "errors",
        "This version cannot erase yet; disposal comes with a later one. Decide to keep until a day, or suspend the "
        "use.",
    )


class NoSuchMessage(DeskError):
    """The message is not, or no longer, in the desk."""

    sentence = shown("errors", "This message is not in the desk. Reload the inbox.")


class MessageTaken(DeskError):
    """A message belongs to one request, or to none."""

    sentence = shown("errors", "This message was sorted already. Reload the inbox.")


# Letters


class GlyphsMissing(DeskError):
    """An issued letter would show 〓 where the fonts lack a character."""

    sentence = shown("errors", "The letter's fonts cannot draw {characters}. Agree on a substitute and enter it first.")


class AddressTooLong(DeskError):
    """Name and address do not fit into the window of the envelope."""

    sentence = shown("errors", "Name and address do not fit into the envelope's window. Shorten the address first.")


class LetterIncomplete(DeskError):
    """Something that this letter has to say is not known yet."""

    sentence = shown("errors", "The letter cannot be issued yet: “{entry}” is still missing.")


class SealUnreadable(DeskError):
    """The picture of the office's seal is no whole PNG."""

    sentence = shown("errors", "The picture of the seal cannot be read. Choose a PNG file for it in Office.")


class NoSuchLetter(DeskError):
    """The letter is not, or no longer, in the desk."""

    sentence = shown("errors", "This letter is not in the desk. Reload the list.")


class AddresseeMissing(DeskError):
    """A letter goes to somebody."""

    sentence = shown("errors", "Nobody is named who gets this letter. Enter the requester, or link the customer.")


class NothingToTell(DeskError):
    """A letter that answers has at least one decided item that it can tell."""

    sentence = shown("errors", "There is no decision yet that this letter could tell. Decide the items first.")


class LetterDamaged(DeskError):
    """What is kept of a letter is not what was issued."""

    sentence = shown(
        "errors", "The kept PDF of letter {number} is damaged. Take it from a backup; do not send it like this."
    )


class LetterReplaced(DeskError):
    """A letter is corrected by one new letter only, of the same request."""

    sentence = shown(
        "errors", "This letter was already replaced, or belongs to another request. Correct the newest one."
    )


class LetterNotSent(DeskError):
    """Only what was posted can come back."""

    sentence = shown("errors", "This letter was not posted, so it cannot have come back. Record its sending first.")


class SentBeforeIssue(DeskError):
    """A letter cannot be posted before the day that it bears."""

    sentence = shown("errors", "The letter is dated {day} and cannot have been posted before that day.")


# Retention


class NoSuchRule(DeskError):
    """A rule is changed under the code it has."""

    sentence = shown("errors", "There is no retention rule “{code}”.")


class RuleBackdated(DeskError):
    """What was disposed of under the old rule cannot be judged again."""

    sentence = shown("errors", "A changed rule can be valid from {today} on, not earlier. Choose a later day.")


class PeriodMissing(DeskError):
    """A rule without a period would let everything go at once."""

    sentence = shown("errors", "Give the rule a period: years, months or days.")


class HoldUnnamed(DeskError):
    """A hold is known by its name."""

    sentence = shown("errors", "Give the hold a name, such as the dispute it is for.")


class ReviewPast(DeskError):
    """A day of review that is over would never remind anybody."""

    sentence = shown("errors", "The day of review must lie ahead.")


class HoldLifted(DeskError):
    """A hold is lifted once."""

    sentence = shown("errors", "This hold is not in force any more.")


# Backups


class NotABackup(DeskError):
    """The end of a backup says that it is one, so a cut one cannot be told from a foreign file."""

    sentence = shown("errors", "“{file}” is not a backup of privdesk, or its end is missing. Use another copy.")


class BackupDamaged(DeskError):
    """A backup whose bytes are not those that were written."""

    sentence = shown("errors", "The backup “{file}” is damaged. Use another copy, and make a new backup soon.")


class BackupAltered(DeskError):
    """A backup that holds together but was not made by this desk."""

    sentence = shown("errors", "The backup “{file}” was not made by the desk it names, or was changed. Do not use it.")


class BackupFaulty(DeskError):
    """A backup that opens and does not hold what a desk holds."""

    sentence = shown("errors", "Something is off with the backup “{file}”: {faults}. Use another copy.")


class BackupNotYours(DeskError):
    """Backups are sealed to those who were managers when they were made, and to the recovery sheet."""

    sentence = shown("errors", "Only who was a manager when this backup was made can open it, or its recovery sheet.")


class BackupDisturbed(DeskError):
    """The users changed in the moment in which a backup began."""

    sentence = shown("errors", "The users or keys were changed at the same moment. Make the backup again.")


class BackupUnfinished(DeskError):
    """A backup that began and of which nothing was heard again."""

    sentence = shown(
        "errors",
        "The backup to “{place}” that began at {at} was not finished. Look whether the medium is in order, and make "
        "it again.",
    )


class BackupUnderWay(DeskError):
    """New keys need the data file for themselves, which a backup or an export still reads."""

    sentence = shown(
        "errors",
        "A backup or an export is being made. Nothing was changed; try again when it is finished, or stop it first.",
    )


class KeptTooFew(DeskError):
    """How many backups a place keeps has bounds."""

    sentence = shown(
        "errors", "Between {least} and {most} daily, and up to {monthly} monthly backups can be kept at each place."
    )


class MediumFaulty(DeskError):
    """What is read back is not what was written."""

    sentence = shown("errors", "The medium at “{place}” did not keep what was written to it. Use another one.")


class MediumFull(DeskError):
    """A backup needs as much room as the desk has."""

    sentence = shown("errors", "There is no room for a backup at “{place}”. Make room, or use another medium.")


class MediumReadOnly(DeskError):
    """A place where backups were to go does not let itself be written."""

    sentence = shown("errors", "Nothing can be written at “{place}”. Choose another place for backups.")


class PlaceMissing(DeskError):
    """The medium of a place for backups is not there."""

    sentence = shown("errors", "“{place}” is not there. Plug the medium in, or choose another place.")


class PlaceTaken(DeskError):
    """A folder is a place for backups once."""

    sentence = shown("errors", "“{place}” is a place for backups already.")


class PlaceInDesk(DeskError):
    """A backup inside the desk's folder would be lost with it."""

    sentence = shown("errors", "Backups do not go into the desk's own folder. Choose another place.")


class NoSuchCopy(DeskError):
    """A copy that the register does not know, or that is destroyed."""

    sentence = shown("errors", "This copy is not in the register, or it is destroyed already.")


class KeysElsewhere(DeskError):
    """Key files and data file are put together only where they belong together."""

    sentence = shown("errors", "The key files in “{file}” do not belong to this “data.db”. Restore the whole backup.")


class KeysSound(DeskError):
    """Key files that open the desk are never replaced."""

    sentence = shown("errors", "The key files of this desk are in order. Nothing was changed.")


class KeysOlder(DeskError):
    """Key files that may be the right ones give way to older ones only on the user's word."""

    sentence = shown(
        "errors",
        "The key files in “{file}” are older than the data of this desk. Nothing was changed. Take a newer backup; if "
        "there is none, move “keys” and “keys.2” out of the desk's folder first.",
    )


class NothingNewer(DeskError):
    """What the report of a restore says where no later state of the desk was at hand."""

    sentence = shown(
        "errors",
        "Suspensions, corrections and disposals after {made} are missing: no newer desk was at hand. "
        "Go through the requests of that time.",
    )


class NewerUnopened(DeskError):
    """What the report of a restore says where a newer backup lies there whose list of disposals is unknown."""

    sentence = shown(
        "errors",
        "A newer backup, of {made}, did not open with this password or sheet: whoever was disposed of since may be "
        "back. Restore that one instead, or this one with the recovery sheet.",
    )


class NotNewer(DeskError):
    """Suspensions and corrections are taken over only from the same desk at a later time."""

    sentence = shown("errors", "“{folder}” is not a later state of the desk in this backup. Nothing was taken over.")


# Users and the office


class NotAllowed(DeskError):
    """The actor's role may not do this."""

    sentence = shown("errors", "Your role may not do this. Ask a manager.")


class InvitationExpired(NotAllowed):
    """A single-use password that lay about for long may be in other hands by now."""

    sentence = shown(
        "errors", "This password was to be used within {days} days. Ask a manager to give you a new way in."
    )


class StaleSave(DeskError):
    """Somebody else saved the same thing in between."""

    sentence = shown("errors", "This was changed meanwhile. Nothing was overwritten: compare both and save again.")


class PasswordWeak(DeskError):
    """A password that is too easy to guess; `why` is a sentence of `password.py`."""

    sentence = shown("errors", "This password is not accepted. {why}")


class DeskHasFaults(DeskError):
    """What a check of the whole desk found."""

    sentence = shown("errors", "Something is off with this desk: {faults}. Keep the folder as it is and use a backup.")


class PasswordMissing(DeskError):
    """The command line got no password."""

    sentence = shown("errors", "No password was given: type it, pipe it in, or set PRIVDESK_PASSWORD.")


class PasswordUnreadable(DeskError):
    """The command line got bytes that are no text."""

    sentence = shown("errors", "The password that came in is not text in this system's encoding. Pipe it in as UTF-8.")


class NoDisplay(DeskError):
    """A window was wanted where there is no display."""

    sentence = shown(
        "errors",
        "There is no display for the window. Start privdesk in a desktop session; “privdesk demo --out” needs none.",
    )


class NotADemo(DeskError):
    """A made-up office is written only into an empty folder or over an older one."""

    sentence = shown(
        "errors", "“{folder}” is neither empty nor a made-up office. Nothing was changed; choose another one."
    )


class UserMissing(DeskError):
    """A desk of several people must know who wants in."""

    sentence = shown(
        "errors", "Several people work with this desk. Say who you are (on the command line: --user LOGIN)."
    )
