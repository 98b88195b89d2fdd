using System.Globalization;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>Says why a request is due on its days, with where the law has it.</summary>
public sealed class DeadlineStory(ProcessingRegister register, IStringLocalizer<Texts> texts)
{
    /// <summary>The sentences, from receipt on.</summary>
    public IReadOnlyList<string> Of(RightsRequest request)
    {
        List<string> story = [texts["Deadline.Received", request.ReceivedOn.Long()]];
        story.AddRange(request.Pauses.Select(pause => texts["Deadline.Paused", pause.From.Long(), pause.To.Long()].Value));
        story.Add(texts["Deadline.Nominal", request.Dates.NominalDue.Long()]);
        if (request.Pauses.IsEmpty && request.Dates.NominalDue.Day < request.ReceivedOn.Day)
        {
            story.Add(texts["Deadline.Clamped", MonthOf(request.Dates.NominalDue), request.ReceivedOn.Day]);
        }

        story.Add(LastDay(request.Dates.NominalDue, request.Dates.Due));
        if (request.ExtendedOn is { } told)
        {
            story.Add(texts["Deadline.Extended", told.Long(), request.Dates.NominalExtendedDue.Long()]);
            story.Add(LastDay(request.Dates.NominalExtendedDue, request.Dates.ExtendedDue));
        }
        else if (request.IsOpen)
        {
            story.Add(texts["Deadline.CanExtend", request.Dates.NominalDue.Long()]);
        }

        if (request.Question is { } question)
        {
            story.Add(texts[question.StopsTheClock ? "Deadline.Waiting" : "Deadline.AskedLate", question.AskedOn.Long()]);
        }

        return story;
    }

    private string LastDay(LocalDate nominal, LocalDate due)
    {
        if (nominal == due)
        {
            return texts["Deadline.SameDay", due.Long()];
        }

        var isWeekend = nominal.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
        var why = isWeekend ? CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(nominal.ToDateTimeUnspecified().DayOfWeek) : texts["Deadline.Holiday"].Value;
        return texts["Deadline.Moved", nominal.Long(), why, due.Long(), register.Controller.Country.ToString()];
    }

    private static string MonthOf(LocalDate day) => CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(day.Month);
}
