using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>What somebody changed in the tables of the ledger is found, and named.</summary>
public abstract class VerificationTests : LedgerHostTests
{
    private const int HowMany = 300;

    private static readonly string[] NotVerified =
    [
        // Work in progress, and not of the ledger.
        "gdpr_lease", "gdpr_subject_link", "Customers",

        // What waits is verified when it has a position; by the number nothing but its place among those who wait is told.
        "gdpr_unordered_entry.number",

        // A newer program folds by a higher version; the stream is then read from its entries.
        "gdpr_head.fold_version",

        // On what the last append was based tells nothing once it is written.
        "gdpr_head.based_on",

        // The mirror is asked itself; this only remembers its answer.
        "gdpr_tip.mirrored_size",
    ];

    private InMemoryLedgerMirror Mirror { get; } = new();

    private LedgerSequencer Sequencer => new(Store, Log, Host.Clock, Mirror);

    private ILedgerLog Log => new EntityFrameworkCoreLedgerLog(Context);

    private LedgerVerification Verification => new(Store, Log, [Subscription.Fold], Host.Clock, Mirror);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var content = LedgerContent.Of("the text of a notice"u8);
        for (var i = 0; i < HowMany; i++)
        {
            var stream = Subscription.StreamOf(SubjectRef.New());
            var start = Subscription.Start() with { Details = EntryDetails.Of(("note", "a note")), Content = i % 10 == 0 ? [content] : [] };
            await Streams.AppendAsync<Subscription>(stream, null, _ => i % 5 == 0 ? [start, Subscription.Stop()] : [start], Token);
        }

        await Store.ExpireAsync(StreamExpiry.Of(Subscription.Fold.Kind, [StreamStatus.Of(SubscriptionState.Stopped)], Host.Clock.GetCurrentInstant() + Duration.FromDays(1)) with { Limit = 20 }, Token);
        await Sequencer.PumpAsync(Token);
        await Streams.AppendAsync<Subscription>(Subscription.StreamOf(SubjectRef.New()), null, _ => [Subscription.Start()], Token);
    }

    [Fact]
    public async Task A_sound_ledger_is_found_sound()
    {
        var seen = new List<VerificationProgress>();

        var report = await Verification.VerifyAsync(progress: new Collecting(seen), cancellationToken: Token);

        report.Findings.Should().BeEmpty();
        report.Should().BeEquivalentTo(new { IsSound = true, Entries = 360L, Expired = 40L, Pending = 1L, Heads = 281L });
        report.Tree.Should().Be((await Log.ReadTipAsync(Token))!.Tree);
        report.Mirror.State.Should().Be(MirrorState.Level);
        seen.Should().NotBeEmpty();
        seen[^1].Should().Be(new VerificationProgress(360 + 281, 360));
    }

    [Fact]
    public async Task What_is_changed_in_any_column_of_the_ledger_is_found()
    {
        var missed = new List<string>();
        foreach (var (table, column, keys) in Columns())
        {
            // All but the heads is found without folding them again.
            var scope = table == "gdpr_head" ? VerificationScope.Everything : VerificationScope.Entries;
            // Nothing proves yet what an entry refers to that waits for its position.
            var where = table == "gdpr_entry" ? "entry_id NOT IN (SELECT entry_id FROM gdpr_unordered_entry)" : "1 = 1";
            foreach (var row in await TamperedRow.SomeAsync(Context, table, column, keys, where, Token))
            {
                await row.ChangeAsync(Context, Token);
                if ((await Verification.VerifyAsync(scope, cancellationToken: Token)).IsSound)
                {
                    missed.Add($"{table}.{column}");
                }

                await row.RestoreAsync(Context, Token);
            }
        }

        missed.Should().BeEmpty();
        (await Verification.VerifyAsync(cancellationToken: Token)).IsSound.Should().BeTrue("everything was put back");
    }

    [Theory]
    [InlineData("DELETE FROM gdpr_entry WHERE entry_id = (SELECT entry_id FROM gdpr_order WHERE position = 50)", VerificationFault.EntryMissing, 50L)]
    [InlineData("UPDATE gdpr_entry SET recorded_at = recorded_at + 1 WHERE entry_id = (SELECT entry_id FROM gdpr_order WHERE position = 51)", VerificationFault.EntryChanged, 51L)]
    [InlineData("DELETE FROM gdpr_order WHERE position = 52", VerificationFault.PositionMissing, 52L)]
    [InlineData("DELETE FROM gdpr_expired_entry WHERE entry_id = (SELECT entry_id FROM gdpr_expired_entry ORDER BY entry_id LIMIT 1)", VerificationFault.EntryMissing, null)]
    [InlineData("DELETE FROM gdpr_tree_node", VerificationFault.NodeChanged, 0L)]
    [InlineData("DELETE FROM gdpr_tip", VerificationFault.TipUnreadable, null)]
    [InlineData("DELETE FROM gdpr_unordered_entry", VerificationFault.Stray, null)]
    [InlineData("DELETE FROM gdpr_content", VerificationFault.ContentChanged, null)]
    [InlineData("DELETE FROM gdpr_head WHERE status = 'running'", VerificationFault.HeadChanged, null)]
    [InlineData("DELETE FROM gdpr_head WHERE subject IN (SELECT subject FROM gdpr_entry WHERE entry_id IN (SELECT entry_id FROM gdpr_unordered_entry))", VerificationFault.HeadChanged, null)]
    public async Task What_is_removed_or_changed_is_named(string damage, VerificationFault fault, long? position)
    {
        await Context.Database.ExecuteSqlRawAsync(damage, Token);

        var report = await Verification.VerifyAsync(cancellationToken: Token);

        report.IsSound.Should().BeFalse();
        report.Findings.Should().Contain(finding => finding.Fault == fault && (position == null || finding.Position == position));
        if (position is not null)
        {
            report.Findings.Min(finding => finding.Position).Should().Be(position, "it is the first bad one");
        }
    }

    [Fact]
    public async Task Two_entries_that_are_swapped_in_the_order_are_named_with_the_mirror()
    {
        var (first, second) = ((await Log.ReadLogAsync(60, 1, Token))[0], (await Log.ReadLogAsync(61, 1, Token))[0]);
        await Context.Database.ExecuteSqlRawAsync("DELETE FROM gdpr_order WHERE position IN (60, 61)", Token);
        foreach (var (position, entry) in new[] { (60L, second), (61L, first) })
        {
            await Context.Database.ExecuteSqlAsync($"INSERT INTO gdpr_order (position, entry_id, hash) VALUES ({position}, {StoredBytes.Of(entry.Id)}, {StoredBytes.Of(entry.Hash)})", Token);
        }

        var report = await Verification.VerifyAsync(cancellationToken: Token);

        report.Findings.Should().Contain(finding => finding.Fault == VerificationFault.MirrorDiffers && finding.Position == 60 && finding.Entry == second.Id);
        report.Findings.Should().Contain(finding => finding.Fault == VerificationFault.OrderChanged && finding.Position == 60);
        report.Findings[0].Position.Should().Be(60, "it is the first bad one");
        var alone = await new LedgerVerification(Store, Log, [Subscription.Fold], Host.Clock).VerifyAsync(cancellationToken: Token);
        alone.Findings.Should().Contain(finding => finding.Fault == VerificationFault.OrderChanged, "without a mirror the tree tells that much");
    }

    [Fact]
    public async Task A_history_that_was_rewritten_so_that_it_fits_is_found_by_the_mirror()
    {
        // Everything is removed and made anew, as somebody can who may write to the database alone and has this program.
        var tip = (await Log.ReadTipAsync(Token))!;
        await Context.Database.ExecuteSqlRawAsync("DELETE FROM gdpr_order; DELETE FROM gdpr_tree_node; DELETE FROM gdpr_unordered_entry", Token);
        await Context.Database.ExecuteSqlRawAsync("INSERT INTO gdpr_unordered_entry (entry_id) SELECT entry_id FROM gdpr_entry ORDER BY entry_id DESC", Token);
        await Context.Database.ExecuteSqlAsync($"UPDATE gdpr_tip SET size = 0, edge = {Array.Empty<byte>()}, mirrored_size = 0", Token);
        var rewritten = await new LedgerSequencer(Store, Log, Host.Clock).PumpAsync(Token);
        rewritten.Ordered.Should().Be(321);

        (await new LedgerVerification(Store, Log, [Subscription.Fold], Host.Clock).VerifyAsync(VerificationScope.Entries, cancellationToken: Token))
            .Findings.Should().OnlyContain(finding => finding.Fault == VerificationFault.Stray, "what has expired is left over, and nothing else does not fit");
        var report = await Verification.VerifyAsync(cancellationToken: Token);

        report.Mirror.State.Should().Be(MirrorState.Diverged);
        report.Findings.Should().Contain(finding => finding.Fault == VerificationFault.MirrorDiffers && finding.Position == 0);
        tip.Ledger.Should().Be((await Log.ReadTipAsync(Token))!.Ledger);
    }

    private IEnumerable<(string Table, string Column, string[] Keys)> Columns() =>
        from entity in Context.Model.GetEntityTypes()
        let table = entity.GetTableName()!
        where !NotVerified.Contains(table)
        from property in entity.GetProperties()
        let column = property.GetColumnName()
        where !NotVerified.Contains($"{table}.{column}")
        select (table, column, entity.FindPrimaryKey()!.Properties.Select(key => key.GetColumnName()).ToArray());

    private sealed class Collecting(List<VerificationProgress> seen) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => seen.Add(value);
    }
}
