using GdprKit.Backups;
using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>
/// What the ledger remembers of an erasure outlives the last backup that may hold what was erased. Nightly backups are kept for 30 days, so what was erased on 1 December 2026 is gone on 1 January 2027, and its order goes the day after.
/// </summary>
public sealed class ErasureOrderExpiryTests : LedgerTest
{
    private static readonly Operator Manager = Operator.Parse("staff-7");

    private static readonly LocalDate Erased = new(2026, 12, 1);

    private static readonly LocalDate ByRotation = new(2027, 1, 1);

    private ProcessingRegister Register { get; set; } = TestRegisters.Shop();

    private BackupSets Sets => new(Register, Streams, Clock);

    [Fact]
    public async Task By_the_rotation_it_goes_when_the_last_backup_is_gone_to_the_day()
    {
        await EraseAsync();

        (await StaysOnAsync(ByRotation)).Should().BeTrue();
        (await StaysOnAsync(ByRotation.PlusDays(1))).Should().BeFalse();
    }

    [Fact]
    public async Task While_backups_are_kept_longer_it_stays_until_the_last_of_those_is_gone_to_the_day()
    {
        await EraseAsync();
        await DelayAsync(Erased, until: new LocalDate(2027, 6, 1));

        (await StaysOnAsync(ByRotation.PlusDays(1))).Should().BeTrue();
        (await StaysOnAsync(new LocalDate(2027, 6, 1))).Should().BeTrue();
        (await StaysOnAsync(new LocalDate(2027, 6, 2))).Should().BeFalse();
    }

    [Fact]
    public async Task A_delay_that_is_recorded_on_the_last_day_holds_it_back()
    {
        await EraseAsync();
        (await StaysOnAsync(ByRotation)).Should().BeTrue();
        await DelayAsync(Erased.PlusDays(-5), until: new LocalDate(2027, 6, 1));

        (await StaysOnAsync(ByRotation.PlusDays(1))).Should().BeTrue();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Backups_that_were_made_after_it_was_gone_hold_nothing_back(int daysAfter, bool stays)
    {
        await EraseAsync();
        At(Erased.PlusDays(daysAfter));
        // The backup of the night may have been running when it was erased.
        await DelayAsync(Erased.PlusDays(daysAfter), until: new LocalDate(2027, 6, 1));

        (await StaysOnAsync(ByRotation.PlusDays(1))).Should().Be(stays);
    }

    [Fact]
    public async Task When_backups_that_were_kept_longer_are_gone_earlier_it_goes_by_the_rotation()
    {
        await EraseAsync();
        var delay = await DelayAsync(Erased, until: new LocalDate(2027, 6, 1));
        (await StaysOnAsync(ByRotation.PlusDays(1))).Should().BeTrue();

        await Sets.EndDelayAsync(ShopKeys.Nightly, delay, Manager, Token);

        (await StaysOnAsync(ByRotation.PlusDays(1))).Should().BeFalse();
    }

    [Fact]
    public async Task While_a_backup_is_there_that_should_be_gone_it_stays_and_goes_when_it_is()
    {
        await EraseAsync();
        At(ByRotation.PlusDays(30));
        await ReportAsync(Erased, ByRotation.PlusDays(30));
        (await StaysAsync()).Should().BeTrue();

        Clock.AdvanceSeconds(1);
        await ReportAsync(ByRotation, ByRotation.PlusDays(30));

        (await StaysAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_backup_that_should_be_gone_and_was_made_after_it_was_erased_holds_nothing_back()
    {
        await EraseAsync();
        At(ByRotation.PlusDays(60));
        await ReportAsync(Erased.PlusDays(2), ByRotation.PlusDays(60));
        (await Sets.ListAsync(Token))[0].IsOverdue.Should().BeTrue();

        (await StaysAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task While_nobody_tells_any_more_which_backups_there_are_it_stays()
    {
        await EraseAsync();
        At(Erased.PlusDays(20));
        await ReportAsync(Erased, Erased.PlusDays(20));

        (await StaysOnAsync(ByRotation.PlusDays(1))).Should().BeTrue("nobody told for eleven days");
        (await StaysOnAsync(ByRotation.PlusYears(5))).Should().BeTrue();

        await ReportAsync(ByRotation.PlusYears(5).PlusDays(-1));
        (await StaysAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Of_a_set_of_which_nobody_ever_told_the_rotation_is_relied_on()
    {
        await EraseAsync();
        At(ByRotation.PlusDays(1));
        (await Sets.ForecastAsync(Erased, cancellationToken: Token)).Should().Be(new BackupForecast(ByRotation, [], [], []));

        (await StaysAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Backups_that_are_kept_longer_of_a_set_that_is_no_longer_declared_hold_it_back()
    {
        var tapes = Key<BackupSchedule>.Parse("tapes");
        Register = TestRegisters.Shop(register => register.Backup(tapes, backup => backup.Name("banden", "tapes").Every(Period.FromDays(1)).KeptFor(Period.FromDays(7))));
        await EraseAsync();
        Clock.AdvanceSeconds(1);
        await Sets.DelayAsync(tapes, Erased, new LocalDate(2027, 6, 1), Manager, "set apart", cancellationToken: Token);
        Register = TestRegisters.Shop();

        (await StaysOnAsync(ByRotation.PlusDays(1))).Should().BeTrue();
        (await StaysOnAsync(new LocalDate(2027, 6, 2))).Should().BeFalse();
    }

    [Fact]
    public async Task What_a_newer_program_recorded_of_backups_holds_it_back()
    {
        await EraseAsync();
        await ReportAsync(Erased);
        var head = (await Store.FindHeadsAsync([BackupSet.StreamOf(ShopKeys.Nightly)], Token))[0];
        var entry = EntrySealing.Seal(BackupEntries.Reported.Draft(new BackupsReported(null, null, 0)), head.Stream, head.Version + 1, head.RecordedAt + LedgerTime.Step) with { Type = EntryType.Parse("backups.moved/7") };
        await Store.AppendAsync(
            AppendBatch.Of([new StreamAppend(head.Version, [entry with { Hash = EntryHashing.HashOf(entry) }], head with { Version = entry.Version, RecordedAt = entry.RecordedAt, FoldVersion = 7 })]), Token);

        (await StaysOnAsync(ByRotation.PlusYears(5))).Should().BeTrue();
    }

    [Fact]
    public async Task Evidence_waits_for_no_backup()
    {
        await DelayAsync(new LocalDate(2026, 11, 1), until: new LocalDate(2036, 11, 1));
        var before = new LocalDate(2026, 10, 31).AtStartOfDayInZone(Register.Controller.TimeZone).ToInstant();
        At(new LocalDate(2031, 10, 31));

        (await Expiry.EndedBeforeAsync(OwnRecordKind.Evidence, Token)).Should().Be(before);
        (await Expiry.EndedBeforeAsync(OwnRecordKind.ErasureOrder, Token)).Should().Be(before);
    }

    private LedgerExpiry Expiry => TestExpiry.Over(Store, Register, Clock, ErasureOrder.Fold);

    private async Task EraseAsync()
    {
        At(Erased);
        var stream = new StreamId(ErasureOrder.Fold.Kind, SubjectRef.New(), StreamKey.Of(EntryId.New(Clock.GetCurrentInstant())));
        await Streams.AppendAsync<ErasureOrder>(
            stream,
            null,
            _ =>
            [
                ErasureEntries.Ordered.Draft(new ErasureOrdered(Erased, Manager.Key, ShopKeys.Customers, null, [], null, null, IsSuppressed: false)),
                ErasureEntries.Completed.Draft(new ErasureStep(Erased, null)),
            ],
            Token);
    }

    private async Task<EntryId> DelayAsync(LocalDate from, LocalDate until)
    {
        Clock.AdvanceSeconds(1);
        return await Sets.DelayAsync(ShopKeys.Nightly, from, until, Manager, "the disk was full", cancellationToken: Token);
    }

    private async Task ReportAsync(params LocalDate[] made) => await Sets.ReportAsync(ShopKeys.Nightly, made.Select(NoonOf), Token);

    private Task<bool> StaysOnAsync(LocalDate day)
    {
        At(day);
        return StaysAsync();
    }

    private async Task<bool> StaysAsync()
    {
        await Expiry.RunAsync(Token);
        return (await Store.CountHeadsAsync(HeadFilter.Of(ErasureOrder.Fold.Kind), Token)).Sum(count => count.Count) == 1;
    }

    private void At(LocalDate day) => Clock.Reset(NoonOf(day));

    private Instant NoonOf(LocalDate day) => day.At(LocalTime.Noon).InZoneStrictly(Register.Controller.TimeZone).ToInstant();
}
