using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

public sealed class LedgerExpiryTests : LedgerTest
{
    private static readonly StreamKind Kind = Subscription.Fold.Kind;

    [Fact]
    public async Task Evidence_goes_five_years_after_it_ended_to_the_day()
    {
        await AddAsync(Subscription.Start());
        await AddAsync(Subscription.Stop());
        var hashes = (await EntriesAsync()).Select(entry => new EntryHash(entry.Id, entry.Hash)).ToList();

        // Ended on 26 November 2026, so kept through 26 November 2031.
        Clock.Reset(Instant.FromUtc(2031, 11, 26, 22, 59));
        (await ExpireAsync()).Should().Equal(new ExpiredStreams(Kind, OwnRecordKind.Evidence, Instant.FromUtc(2026, 11, 25, 23, 0), 0));

        Clock.Reset(Instant.FromUtc(2031, 11, 26, 23, 0));
        (await ExpireAsync()).Should().Equal(new ExpiredStreams(Kind, OwnRecordKind.Evidence, Instant.FromUtc(2026, 11, 26, 23, 0), 1));
        (await EntriesAsync()).Should().BeEmpty();
        (await Store.FindHeadsAsync([Somebody], Token)).Should().BeEmpty();
        (await Store.FindHashesAsync(hashes.Select(hash => hash.Id).ToValueList(), Token)).Should().BeEquivalentTo(hashes);
    }

    [Fact]
    public async Task What_has_not_ended_stays_however_old_it_is()
    {
        await AddAsync(Subscription.Start());
        Clock.AdvanceDays(365 * 50);

        (await ExpireAsync()).Should().ContainSingle().Which.Count.Should().Be(0);
        (await EntriesAsync()).Should().HaveCount(1);
    }

    [Fact]
    public async Task More_than_one_call_of_the_store_goes_in_one_run()
    {
        for (var i = 0; i < 5; i++)
        {
            await Streams.AppendAsync(Enumerable.Range(0, 500)
                .Select(_ => StreamChange.To<Subscription>(Subscription.StreamOf(SubjectRef.New()), null, _ => [Subscription.Stop()])).ToValueList(), null, Token);
        }

        Clock.AdvanceDays(365 * 6);

        (await ExpireAsync()).Should().ContainSingle().Which.Count.Should().Be(2_500);
    }

    /// <summary>A store may have to let go what belongs together, and so more than it was asked for.</summary>
    [Fact]
    public async Task A_store_that_let_go_more_than_was_asked_is_asked_again()
    {
        await Streams.AppendAsync(Enumerable.Range(0, 1_500)
            .Select(_ => StreamChange.To<Subscription>(Subscription.StreamOf(SubjectRef.New()), null, _ => [Subscription.Stop()])).ToValueList(), null, Token);
        Clock.AdvanceDays(365 * 6);
        var store = new InterposedStore(Store) { Expired = count => count == LedgerLimits.HeadsPerPage ? count + 1 : count };

        await TestExpiry.Over(store, TestRegisters.Shop(), Clock, Subscription.Fold).RunAsync(Token);

        (await Store.CountHeadsAsync(HeadFilter.Of(Kind), Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_erasure_order_is_kept_until_no_backup_can_bring_the_data_back()
    {
        // The nightly backups of the shop are gone after 31 days.
        var before = await Expiry(TestRegisters.Shop()).EndedBeforeAsync(OwnRecordKind.ErasureOrder, Token);

        before.Should().Be(new LocalDate(2026, 10, 26).AtStartOfDayInZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).ToInstant());
    }

    [Theory]
    [InlineData(OwnRecordKind.Unspecified)]
    [InlineData(OwnRecordKind.Suppression)]
    public async Task What_has_no_period_never_goes(OwnRecordKind record) => (await Expiry(TestRegisters.Shop()).EndedBeforeAsync(record, Token)).Should().BeNull();

    [Fact]
    public async Task The_period_is_the_one_that_the_register_declares() =>
        (await Expiry(TestRegisters.Shop(register => register.OwnRecords(new OwnRecords { Evidence = Period.FromMonths(1) }))).EndedBeforeAsync(OwnRecordKind.Evidence, Token))
            .Should().Be(new LocalDate(2026, 10, 26).AtStartOfDayInZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).ToInstant());

    private ValueTask<ValueList<ExpiredStreams>> ExpireAsync() => Expiry(TestRegisters.Shop()).RunAsync(Token);

    private LedgerExpiry Expiry(ProcessingRegister register) => TestExpiry.Over(Store, register, Clock, Subscription.Fold);
}
