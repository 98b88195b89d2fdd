using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>What somebody broke beside the ledger is told as that, and not taken for the work of others.</summary>
public abstract class DamageTests : LedgerHostTests
{
    private static StreamId Stream { get; } = Subscription.StreamOf(SubjectRef.Parse("000102030405060708090a0b0c0d0e0f"));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AddAsync();
        await AddAsync();
    }

    [Theory]
    [InlineData("DELETE FROM gdpr_head")]
    [InlineData("UPDATE gdpr_head SET version = 1, based_on = 0")]
    public async Task A_stream_whose_head_was_lost_or_counts_too_few_entries_is_damaged_and_nobody_was_faster(string damage)
    {
        await Context.Database.ExecuteSqlRawAsync(damage, Token);

        (await FluentActions.Awaiting(AddAsync).Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3106: A test.subscription stream *");
        (await Host.CountAsync(Stream)).Should().Be((0, 2));
    }

    [Fact]
    public async Task Who_expects_an_entry_of_a_stream_whose_head_was_lost_is_told_so_and_not_that_there_is_no_such_entry()
    {
        var head = (await Store.FindHeadsAsync([Stream], Token)).Should().ContainSingle().Which;
        await Context.Database.ExecuteSqlRawAsync("DELETE FROM gdpr_head", Token);
        var entry = Subscription.Start().Seal(Stream, 3, head.RecordedAt + NodaTime.Duration.FromSeconds(1));
        var appending = async () => await Store.AppendAsync(AppendBatch.Of([new StreamAppend(2, [entry], head with { Version = 3, RecordedAt = entry.RecordedAt })]), Token);

        (await appending.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3106");
    }

    [Fact]
    public async Task An_id_with_two_hashes_is_told_as_damage()
    {
        var ids = (await Store.ReadLatestAsync(null, 10, Token)).Select(entry => entry.Id).ToValueList();
        await Context.Database.ExecuteSqlRawAsync("INSERT INTO gdpr_expired_entry (entry_id, hash) SELECT a.entry_id, b.hash FROM gdpr_entry a, gdpr_entry b WHERE a.version = 1 AND b.version = 2", Token);
        var finding = async () => await Store.FindHashesAsync(ids, Token);

        (await finding.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3164: *Verify*");
    }

    [Fact]
    public async Task An_id_that_stands_twice_with_one_hash_is_found_once()
    {
        var ids = (await Store.ReadLatestAsync(null, 10, Token)).Select(entry => entry.Id).ToValueList();
        await Context.Database.ExecuteSqlRawAsync("INSERT INTO gdpr_expired_entry (entry_id, hash) SELECT entry_id, hash FROM gdpr_entry", Token);

        (await Store.FindHashesAsync(ids, Token)).Select(hash => hash.Id).Should().BeEquivalentTo(ids);
    }

    private async Task AddAsync() => await Streams.AppendAsync<Subscription>(Stream, null, _ => [Subscription.Start()], Token);
}
