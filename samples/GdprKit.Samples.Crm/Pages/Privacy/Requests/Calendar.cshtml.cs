using GdprKit.Samples.Crm.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace GdprKit.Samples.Crm.Pages.Privacy.Requests;

/// <summary>On which days of a month open requests are to be answered: the day to aim at, and the last one.</summary>
[ResponseCache(NoStore = true)]
public sealed class CalendarModel(RequestBook book, ShopCalendar calendar, IAuthorizationService authorization) : PageModel
{
    private static readonly YearMonthPattern Pattern = YearMonthPattern.Iso;

    private static readonly YearMonth First = new(2000, 1);

    private static readonly YearMonth Last = new(2100, 12);

    public bool MaySee { get; private set; }

    public LocalDate Today => calendar.Today;

    public YearMonth Month { get; private set; }

    public IReadOnlyList<CalendarWeek> Weeks { get; private set; } = [];

    /// <summary>A month as it stands in the address.</summary>
    public static string Machine(YearMonth month) => Pattern.Format(month);

    public async Task OnGetAsync(string? month, CancellationToken cancellationToken)
    {
        Month = Pattern.Parse(month ?? "") is { Success: true, Value: var asked } && asked.CompareTo(First) >= 0 && asked.CompareTo(Last) <= 0 ? asked : Today.ToYearMonth();
        MaySee = (await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewRequests)).Succeeded;
        if (!MaySee)
        {
            return;
        }

        var marks = (await book.OpenAsync(cancellationToken)).SelectMany(MarksOf).ToLookup(mark => mark.On);
        var monday = Month.OnDayOfMonth(1).PlusDays(1).Previous(IsoDayOfWeek.Monday);
        var weeks = new List<CalendarWeek>();
        for (; monday.ToYearMonth().CompareTo(Month) <= 0; monday = monday.PlusWeeks(1))
        {
            weeks.Add(new CalendarWeek(
                WeekYearRules.Iso.GetWeekOfWeekYear(monday),
                [.. Enumerable.Range(0, 7).Select(monday.PlusDays).Select(day => new CalendarDay(day, day.ToYearMonth() == Month, [.. marks[day]]))]));
        }

        Weeks = weeks;
    }

    private static IEnumerable<CalendarMark> MarksOf(RequestLine line) => line.Request.NominalDue == line.Request.Due
        ? [new CalendarMark(line.Request.Due, "Requests.Mark.Both", line)]
        : [new CalendarMark(line.Request.NominalDue, "Requests.Mark.Nominal", line), new CalendarMark(line.Request.Due, "Requests.Mark.Last", line)];
}
