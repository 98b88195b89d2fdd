using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Requests;

public sealed class DeadlineVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("deadlines.json");

    public static IEnumerable<TheoryDataRow<string>> Requests => Cases("dsr");

    public static IEnumerable<TheoryDataRow<string>> Weeks => Cases("weeks");

    public static IEnumerable<TheoryDataRow<string>> Suspensions => Cases("suspension");

    public static IEnumerable<TheoryDataRow<string>> Invalid => Cases("invalid");

    public static IEnumerable<TheoryDataRow<string>> Breaches => Cases("breach");

    public static IEnumerable<TheoryDataRow<string>> Contested => Cases("contested");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Requests))]
    public void An_answer_is_due_on_the_day_stated(string vector)
    {
        var request = JsonElement.Parse(vector);

        var deadline = ResponseDeadline.Of(Text(request, "received"), new WorkingDays(HolidaysOf(request)));

        var expected = request.GetProperty("expect");
        deadline.NominalDue.Should().Be(Day(expected, "nominalDue"));
        deadline.Due.Should().Be(Day(expected, "due"));
        deadline.NominalExtendedDue.Should().Be(Day(expected, "nominalExtendedDue"));
        deadline.ExtendedDue.Should().Be(Day(expected, "extendedDue"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Weeks))]
    public void A_period_in_weeks_ends_on_the_day_stated(string vector)
    {
        var period = JsonElement.Parse(vector);

        new WorkingDays(HolidaysOf(period)).AfterWeeks(Day(period, "event"), period.GetProperty("weeks").GetInt32())
            .Should().Be(Day(period.GetProperty("expect"), "end")).And.NotBe(Day(period, "rejectedAlternative"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Suspensions))]
    public void A_period_in_which_the_person_was_asked_ends_on_the_days_stated(string vector)
    {
        var request = JsonElement.Parse(vector);
        var days = new WorkingDays(HolidaysOf(request));
        var pauses = request.GetProperty("pauses").EnumerateArray().Select(pause => new ClarificationPause(Day(pause, "from"), Day(pause, "to"))).ToValueList();

        var deadline = SuspendedDeadline.Of(ResponseDeadline.Of(Text(request, "received"), days), pauses, days);

        var expected = request.GetProperty("expect");
        deadline.DaysUntil(Day(request, "answered")).Should().Be(expected.GetProperty("countedDays").GetInt32());
        deadline.DueByPause.Should().Be(Day(expected, "dueByPauseModel"));
        deadline.DueByRestart.Should().Be(Day(expected, "dueByRestartModel"));
        deadline.Due.Should().Be(Day(expected, "due"));
        (Day(request, "answered") <= deadline.Due).Should().Be(expected.GetProperty("compliant").GetBoolean());
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Invalid))]
    public void What_is_no_day_is_refused(string vector)
    {
        var request = JsonElement.Parse(vector);
        Text(request, "expect").Should().Be("reject");

        FluentActions.Invoking(() => ResponseDeadline.Of(Text(request, "received"), new WorkingDays())).Should().Throw<FormatException>().WithMessage("GDPR1500: *");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Breaches))]
    public void A_breach_is_to_be_notified_by_the_moment_stated(string vector)
    {
        var breach = JsonElement.Parse(vector);
        var expected = breach.GetProperty("expect");
        if (breach.TryGetProperty("awareDate", out _))
        {
            var latest = BreachDeadline.LatestDay(Day(breach, "awareDate"));
            latest.Should().Be(Day(expected, "latestDate"));
            if (breach.TryGetProperty("daysLate", out var late))
            {
                Period.DaysBetween(latest, Day(breach, "notifiedOn")).Should().Be(late.GetInt32());
            }

            return;
        }

        var deadline = BreachDeadline.Of(Moment(breach, "awareAt"), DateTimeZoneProviders.Tzdb[Text(breach, "zone")]);
        deadline.Due.Should().Be(Moment(expected, "strictDue"));
        deadline.DueByRegulation.Should().Be(Moment(expected, "reg1182Due"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Contested))]
    public void Where_authorities_differ_the_day_to_aim_at_is_the_earlier_one(string vector)
    {
        var request = JsonElement.Parse(vector);

        var deadline = ResponseDeadline.Of(Text(request, "received"), new WorkingDays(HolidaysOf(request)));

        deadline.NominalDue.Should().Be(Day(request, "authorityCounted"));
        deadline.Due.Should().Be(Day(request, "byRegulation1182"));
    }

    [Fact]
    public void Every_kind_of_case_is_known() =>
        // The other duties are told in prose: which they are and how long they take, without a case.
        Vectors.Kinds.Should().BeSubsetOf(["dsr", "weeks", "suspension", "invalid", "breach", "contested", "otherDuties"]);

    private static IEnumerable<TheoryDataRow<string>> Cases(string kind) =>
        Vectors.Kinds.Contains(kind) ? Vectors.Cases(kind, vector => vector.GetProperty("id").GetString()) : [];

    private static IEnumerable<IPublicHolidays> HolidaysOf(JsonElement vector) =>
        vector.TryGetProperty("holidays", out var days) ? [new ListedHolidays([.. days.EnumerateArray().Select(day => Day(day))])] : [];

    private static LocalDate Day(JsonElement vector, string name) => Day(vector.GetProperty(name));

    private static LocalDate Day(JsonElement day) => LocalDatePattern.Iso.Parse(day.GetString()!).GetValueOrThrow();

    private static Instant Moment(JsonElement vector, string name) => OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>").Parse(Text(vector, name)).GetValueOrThrow().ToInstant();

    private static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;

    private sealed class ListedHolidays(HashSet<LocalDate> days) : IPublicHolidays
    {
        public bool IsHoliday(LocalDate day) => days.Contains(day);
    }
}
