using GdprKit.Samples.Crm;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Scenarios.Running;
using NodaTime;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>How long the shop keeps what it has of somebody.</summary>
internal sealed class RetentionSteps(Shop shop, KeptData kept, KeptDataView view, ShopCalendar calendar)
{
    [Step(en: "the {field} of {person} is kept until {day}", nl: "{field} van {person} wordt bewaard tot en met {day} | wordt het {field} van {person} bewaard tot en met {day}")]
    public async Task IsKeptUntilAsync(string field, string person, LocalDate day, CancellationToken cancellationToken)
    {
        var retention = (await FieldAsync(field, person, cancellationToken)).Retention;
        Expect.That(retention.FirstDeletable == day.PlusDays(1), $"it may go from {retention.FirstDeletable?.ToString() ?? "a day that nobody knows"}");
    }

    [Step(en: "the {field} of {person} may go", nl: "{field} van {person} mag weg | mag het {field} van {person} weg")]
    public async Task MayGoAsync(string field, string person, CancellationToken cancellationToken)
    {
        var retention = (await FieldAsync(field, person, cancellationToken)).Retention;
        Expect.That(retention.IsDueOn(calendar.Today), $"it may go from {retention.FirstDeletable?.ToString() ?? "a day that nobody knows"}");
    }

    private async Task<KeptField> FieldAsync(string field, string person, CancellationToken cancellationToken)
    {
        var tables = await kept.OfAsync(shop.PersonOf(person), cancellationToken);
        KeptField[] fields = [.. tables.Where(table => table.IsThePerson).SelectMany(table => table.Groups).SelectMany(group => group.Fields)];
        return Array.Find(fields, each => string.Equals(view.NameOf(each.Property), field, StringComparison.OrdinalIgnoreCase))
            ?? throw new ExpectationException($"{person} has no '{field}', but {string.Join(", ", fields.Select(each => $"'{view.NameOf(each.Property)}'"))}");
    }
}
