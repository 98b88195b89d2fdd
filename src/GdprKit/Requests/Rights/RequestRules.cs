using System.Text;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>What must be so before anything is recorded about a request.</summary>
internal sealed class RequestRules(ProcessingRegister register, WorkingDays days, IClock clock)
{
    private const int MostYearsBack = 5;

    public Instant Now => LedgerTime.Floor(clock.GetCurrentInstant());

    public LocalDate Today => Now.InZone(Zone).Date;

    private DateTimeZone Zone => register.Controller.TimeZone;

    public RequestReceived RequireReceived(RightsRequestIntake intake)
    {
        if (intake.Kind is RightsRequestKind.Unspecified || !Enum.IsDefined(intake.Kind))
        {
            throw RequestRefusals.KindUnknown();
        }

        if (intake.Through is RightsRequestChannel.Unspecified || !Enum.IsDefined(intake.Through) || !Enum.IsDefined(intake.From))
        {
            throw RequestRefusals.ChannelUnknown();
        }

        if (intake is { Through: not RightsRequestChannel.PrivacyCentre, EnteredBy: null })
        {
            throw RequestRefusals.OperatorMissing();
        }

        var on = RequireReceipt(intake);
        return new RequestReceived(
            intake.Kind, intake.Through, intake.From, on, intake.EnteredBy?.Key, DatesOf(on, []), RequireActivity(intake), IsAgainstMarketing(intake));
    }

    public void RequirePerson(SubjectId person)
    {
        if (!register.People.Contains(person.Kind))
        {
            throw RequestRefusals.PersonUnknown(person.Kind);
        }
    }

    /// <summary>A day on which something happened: not in the future, and not before what it follows on.</summary>
    public LocalDate RequireDay(LocalDate? on, LocalDate first)
    {
        var day = on?.WithCalendar(CalendarSystem.Iso) ?? Today;
        return day <= Today && day >= first ? day : throw RequestRefusals.DayImpossible(LocalDate.Min(first, Today), Today);
    }

    /// <summary>What was said in free words, on one line or several.</summary>
    public static string RequireText(string? text, string name, int most = RightsRequests.LongestText)
    {
        var said = text?.Trim();
        return string.IsNullOrEmpty(said) ? throw RequestRefusals.TextMissing(name)
            : said.Length > most || said.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')))
                ? throw RequestRefusals.TextUnfit(name, most)
            : said;
    }

    public RightsRequestDates DatesOf(LocalDate received, ValueList<ClarificationPause> pauses) => RightsRequestDates.Of(received, pauses, days, Zone);

    /// <summary>The last day on which an extension can be told, when it is told on a day: the first month, without the days on which the person was asked.</summary>
    public LocalDate LastToExtend(RightsRequest request, LocalDate told) => DatesOf(request.ReceivedOn, request.PausesUntil(told)).NominalDue;

    /// <summary>The first moment of a day that has begun, or now: when a request takes effect that was received on it.</summary>
    public Instant EffectOf(LocalDate received) => Instant.Min(Now, LedgerTime.Floor(Zone.AtStartOfDay(received).ToInstant()));

    /// <summary>Whether the law knows an objection to an activity: only where it rests on an interest or a task, or is direct marketing (Art. 21(1), (2)).</summary>
    public bool CanBeObjectedTo(Key<ProcessingActivity>? activity, bool isAgainstMarketing) =>
        isAgainstMarketing || (activity is { } named && register.Activities.TryGet(named, out var declared) && declared.Basis is LawfulBasis.LegitimateInterest or LawfulBasis.PublicTask);

    public Instant EndOf(LocalDate day) => Zone.AtStartOfDay(day.PlusDays(1)).ToInstant();

    private LocalDate RequireReceipt(RightsRequestIntake intake)
    {
        if (intake is { ReceivedOn: not null, ReceivedAt: not null })
        {
            throw RequestRefusals.ReceivedTwice();
        }

        var first = Today.PlusYears(-MostYearsBack);
        var at = Instant.Min(intake.ReceivedAt ?? Now, Now);
        var on = intake.ReceivedOn?.WithCalendar(CalendarSystem.Iso) ?? at.InZone(Zone).Date;
        return on > Today || (intake.ReceivedAt is { } moment && SubjectLink.LiesAhead(moment, Now)) ? throw RequestRefusals.ReceivedAhead(Today)
            : on < first ? throw RequestRefusals.ReceivedLongAgo(first)
            : on;
    }

    private Key<ProcessingActivity>? RequireActivity(RightsRequestIntake intake) =>
        intake.Activity is not { } activity ? null
        : intake.Kind is not (RightsRequestKind.Objection or RightsRequestKind.Restriction) ? throw RequestRefusals.ActivityUnfit(intake.Kind)
        : register.Activities.Contains(activity) ? activity
        : throw RequestRefusals.ActivityUnknown(activity);

    private bool IsAgainstMarketing(RightsRequestIntake intake) => intake.Kind is RightsRequestKind.Objection
        && (intake.Activity is not { } activity || !register.Activities[activity].Marketing.IsEmpty);
}
