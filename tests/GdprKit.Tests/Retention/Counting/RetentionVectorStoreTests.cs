using System.Text.Json;
using NodaTime;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

/// <summary>
/// The published cases as rows of a store: the same days, counted. What a row cannot say, a consent and a hold, is unknown there.
/// </summary>
public sealed class RetentionVectorStoreTests : CountingTest
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(RetentionVectorTests.Published), MemberType = typeof(RetentionVectorTests))]
    public async Task A_row_is_due_on_the_days_published(string vector)
    {
        var one = new RetentionVector(JsonElement.Parse(vector));
        var register = RegisterFor(one);
        var kinds = register.Declarations.Events.Select(happened => happened.Key).ToList();
        var row = new DatedRow { Id = 1, Name = "Somebody" };
        foreach (var (kind, index) in kinds.Select((kind, index) => (kind, index)))
        {
            typeof(DatedRow).GetProperty($"Date{index}")!.SetValue(row, one.Events.Where(happened => happened.Event == kind).Max(happened => happened.On)?.ToDateOnly());
        }

        var map = Map<DatedRow>(data => _ = kinds.Select((kind, index) => (kind, index)).Aggregate(
            data.IsSubject(Customers, r => r.Id).Field(Name, r => r.Name),
            (declared, each) => declared.Event(each.kind, $"Date{each.index}")));
        var retention = new RetentionSchedule(register).Assess(Name, new RetentionFacts { Activities = one.Activities.Select(activity => activity.Key).ToValueList(), Events = one.Events.ToValueList() });
        var days = retention.Activities.SelectMany(activity => activity.Phases).Select(phase => phase.EndsOn).Append(one.PublishedFirstDay).OfType<LocalDate>()
            .SelectMany(end => new[] { end.PlusDays(-1), end, end.PlusDays(1) }).Distinct().ToList();

        days.Should().NotBeEmpty();
        foreach (var day in days)
        {
            var preview = await Retention(register, new StoreSketch().Entity<DatedRow>(), [row], [map], day).PreviewAsync(Token);

            (Only<DatedRow>(preview).Due == 1).Should().Be(retention.IsDueOn(day), "it is {0}", day);
            (Only<DatedRow>(preview).Due == 1).Should().Be(one.PublishedFirstDay is { } first ? day >= first : retention.IsDueOn(day), "it is {0}", day);
        }
    }

    // Not every published rule is one that a register of today would accept.
    private static ProcessingRegister RegisterFor(RetentionVector one)
    {
        var declared = RegisterOf(Activity("activity", Years("rule", 1, Seen))).Declarations;
        return new ProcessingRegister(
            declared with
            {
                Controller = declared.Controller! with { FinancialYearEnd = one.FinancialYearEnd },
                Activities = one.Activities.Select(activity => Activity(activity.Key.ToString(), [.. activity.Retention]) with { Basis = activity.Basis }).ToValueList(),
                Events = one.Events.Select(happened => happened.Event)
                    .Concat(one.Activities.SelectMany(activity => activity.Retention).SelectMany(rule => TermEvents.Of(rule.Term)))
                    .Distinct().Order().Select(key => new RetentionEvent { Key = key, Label = LocalizedText.Of("tekst", "text") }).ToValueList(),
            },
            []);
    }

    private sealed class DatedRow
    {
        public int Id { get; set; }

        public string? Name { get; set; }

        public DateOnly? Date0 { get; set; }

        public DateOnly? Date1 { get; set; }

        public DateOnly? Date2 { get; set; }

        public DateOnly? Date3 { get; set; }

        public DateOnly? Date4 { get; set; }

        public DateOnly? Date5 { get; set; }
    }
}
