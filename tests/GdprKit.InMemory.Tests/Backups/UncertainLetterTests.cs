using GdprKit.InMemory.Retention;
using NodaTime;

namespace GdprKit.InMemory.Backups;

/// <summary>The letter promises a day only where it is certain, and else says of which backups it is not (nightly ones are kept for 30 days; it is 26 November 2026).</summary>
public sealed class UncertainLetterTests : RunTest
{
    [Theory]
    [InlineData("nl", "Uiterlijk op 27 december 2026 zijn ze ook daaruit", "er zijn oudere back-ups dan er zouden moeten zijn (nachtelijke back-up)", "al een tijd niet doorgegeven welke er zijn (nachtelijke back-up)")]
    [InlineData("en", "By 27 December 2026 at the latest they are gone", "there are older backups than there should be (nightly backup)", "nobody has told for a while which there are (nightly backup)")]
    public async Task A_letter_promises_no_day_while_it_is_not_certain(string language, string promised, string overdue, string untold)
    {
        Bought(0);
        var order = await ErasedAsync();
        (await LetterAsync()).Should().Contain(promised);

        await ReportAsync(daysAgo: 33);
        (await LetterAsync()).Should().Contain(overdue).And.NotContainAny(promised, untold);

        await ReportAsync(daysAgo: 3);
        (await LetterAsync()).Should().Contain(promised, "that backup will go in time");

        Clock.AdvanceDays(3);
        (await LetterAsync()).Should().Contain(untold).And.NotContainAny(promised, overdue);
        (await Get<BackupSets>().ForecastAsync(order.ErasedOn, cancellationToken: Token)).Should().BeEquivalentTo(new { IsCertain = false, Untold = new[] { ShopKeys.Nightly } });

        await ReportAsync(daysAgo: 0);
        (await LetterAsync()).Should().Contain(promised, "no backup is there any more that may hold the data");

        async Task<string> LetterAsync() => (await Get<Erasures>().WriteLetterAsync(order.Id, Language.Parse(language), Token)).ToMarkdown();
    }

    private async Task<ErasureOrder> ErasedAsync()
    {
        var order = await Get<Erasures>().OrderAsync(SubjectId.Of(ShopKeys.Customers, Buyers[0].Id), Owner, cancellationToken: Token);
        Clock.AdvanceSeconds(1);
        await Get<ErasureRunner>().RunAsync(Token);
        foreach (var place in order.Places.Where(place => place.IsByHand))
        {
            await Get<Erasures>().RecordAsync(order.Id, new ErasurePlace(place.Kind, place.Key), Owner, cancellationToken: Token);
        }

        return (await Get<Erasures>().FindAsync(order.Id, Token))!;
    }

    private async Task ReportAsync(int daysAgo)
    {
        Clock.AdvanceSeconds(1);
        await Get<BackupSets>().ReportAsync(ShopKeys.Nightly, [Clock.GetCurrentInstant() - Duration.FromDays(daysAgo)], Token);
    }
}
