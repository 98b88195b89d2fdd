using GdprKit.InMemory.Retention;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.InMemory.Backups;

/// <summary>When erased data are gone from the last backup: by the schedule, and later where backups are kept longer.</summary>
public sealed class BackupSetsTests : RunTest
{
    private static readonly LocalDate Erased = new(2026, 11, 26);

    private Key<BackupSchedule> Nightly => Get<ProcessingRegister>().Backups[0].Key;

    private LocalDate ByRotation => Erased + Get<ProcessingRegister>().Backups[0].GoneAfterAtMost;

    [Fact]
    public async Task One_interval_and_the_rotation_later_it_is_gone()
    {
        (await ForecastAsync(Erased)).Should().Be(new BackupForecast(ByRotation, [], [], []));
        (await ForecastAsync(new LocalDate(2027, 1, 31))).GoneBy.Should().Be(new LocalDate(2027, 1, 31) + Get<ProcessingRegister>().Backups[0].GoneAfterAtMost);
        (await Get<BackupSets>().ListAsync(Token)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { GoneBy = ByRotation, IsOverdue = false, IsLate = false });
    }

    [Fact]
    public async Task Backups_that_are_kept_longer_move_the_day_of_what_was_there_when_they_were_made()
    {
        var late = ByRotation.PlusMonths(6);
        var delay = await DelayAsync(Erased.PlusDays(-10), late);

        (await ForecastAsync(Erased)).Should().Be(new BackupForecast(late, [Nightly], [], []));
        (await ForecastAsync(Erased.PlusDays(-11))).GoneBy.Should().Be(late, "the backup of the day after may still have held it");
        (await ForecastAsync(Erased.PlusDays(-12))).GoneBy.Should().Be(Erased.PlusDays(-12) + Get<ProcessingRegister>().Backups[0].GoneAfterAtMost, "it was gone before the first of them was made");

        Clock.AdvanceDays(1);
        await Get<BackupSets>().EndDelayAsync(Nightly, delay, Owner, Token);
        (await ForecastAsync(Erased)).GoneBy.Should().Be(ByRotation);
        (await Get<BackupSets>().ForecastAsync(Erased, Clock.GetCurrentInstant() - Duration.FromHours(12), Token)).GoneBy.Should().Be(late, "that was known then");
    }

    [Fact]
    public async Task Who_was_told_an_earlier_day_is_listed()
    {
        Bought(0, 0);
        var told = await ToldAsync(0);
        Clock.AdvanceMinutes(1);
        await DelayAsync(Erased, ByRotation.PlusMonths(2));
        Clock.AdvanceMinutes(1);
        await ToldAsync(0);

        (await Get<Erasures>().ListToldEarlierAsync(Token).ToListAsync(Token)).Should().Equal(new ErasureToldEarlier(told.Id, ByRotation, ByRotation.PlusMonths(2)));
        Clock.Reset(Instant.FromUtc(2030, 1, 1, 0, 0));
        (await Get<Erasures>().ListToldEarlierAsync(Token).ToListAsync(Token)).Should().BeEmpty("the later day has passed as well");

        async Task<ErasureOrder> ToldAsync(int buyer)
        {
            var request = await Get<RightsRequests>().ReceiveAsync(
                new() { Kind = RightsRequestKind.Erasure, Through = RightsRequestChannel.PrivacyCentre, From = RightsRequestOrigin.Account }, SubjectId.Of(ShopKeys.Customers, Buyers[buyer].Id), cancellationToken: Token);
            await Get<RightsRequests>().AcceptAsync(request, Owner, cancellationToken: Token);
            var order = await Get<Erasures>().OrderForAsync(request, Owner, cancellationToken: Token);
            Clock.AdvanceSeconds(1);
            await Get<ErasureRunner>().RunAsync(Token);
            foreach (var place in order.Places.Where(place => place.IsByHand))
            {
                await Get<Erasures>().RecordAsync(request, new ErasurePlace(place.Kind, place.Key), Owner, cancellationToken: Token);
            }

            await Get<RightsRequests>().FulfilAsync(request, Owner, RightsFulfilment.ByErasure("Your data are erased."), cancellationToken: Token);
            return order;
        }
    }

    [Fact]
    public async Task A_rotation_that_does_not_run_is_noticed_by_what_the_script_tells()
    {
        var now = Clock.GetCurrentInstant();
        (await ReportAsync(now - Duration.FromDays(2), now)).Should().BeEquivalentTo(new { IsOverdue = false, IsLate = false, NeedsAttention = false });
        (await ReportAsync(now - Duration.FromDays(4_000), now)).IsOverdue.Should().BeTrue();
        (await ForecastAsync(Erased)).Should().BeEquivalentTo(new { IsCertain = false, Overdue = new[] { Nightly } });

        Clock.AdvanceDays(1);
        await DelayAsync(new LocalDate(2010, 1, 1), Erased.PlusYears(1));
        (await ReportAsync(now - Duration.FromDays(4_000), now)).IsOverdue.Should().BeFalse("somebody recorded that it is kept longer");
        (await ReportAsync(now - Duration.FromDays(30))).IsLate.Should().BeTrue("none was made for a month");
        (await ReportAsync()).IsLate.Should().BeTrue("there is none at all");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        var sets = Get<BackupSets>();
        await RefusedAsync(async () => await sets.ReportAsync(Key<BackupSchedule>.Parse("other"), [], Token), "GDPR1803");
        await RefusedAsync(async () => await sets.ReportAsync(Nightly, [Clock.GetCurrentInstant() + Duration.FromHours(1)], Token), "GDPR1804");
        await RefusedAsync(async () => await DelayAsync(Erased.PlusDays(1), Erased.PlusDays(2)), "GDPR1805");
        await RefusedAsync(async () => await DelayAsync(Erased, Erased.PlusDays(-1)), "GDPR1805");
        await RefusedAsync(async () => await sets.DelayAsync(Nightly, Erased, Erased, Owner, " ", cancellationToken: Token), "GDPR1806");
        await RefusedAsync(async () => await sets.EndDelayAsync(Nightly, EntryId.New(Clock.GetCurrentInstant()), Owner, Token), "GDPR1807");
        (await ForecastAsync(Erased)).GoneBy.Should().Be(ByRotation);

        static async Task RefusedAsync(Func<Task> act, string id) => (await act.Should().ThrowAsync<ArgumentException>()).Which.Message.Should().StartWith($"{id}: ");
    }

    private Task<BackupForecast> ForecastAsync(LocalDate erasedOn) => Get<BackupSets>().ForecastAsync(erasedOn, cancellationToken: Token).AsTask();

    private Task<EntryId> DelayAsync(LocalDate madeFrom, LocalDate goneBy) => Get<BackupSets>().DelayAsync(Nightly, madeFrom, goneBy, Owner, "the disk was full", cancellationToken: Token).AsTask();

    private Task<BackupSetStanding> ReportAsync(params Instant[] made) => Get<BackupSets>().ReportAsync(Nightly, made, Token).AsTask();
}
