using GdprKit.Crash;
using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.EntityFrameworkCore.Ledger.Tampering;

/// <summary>
/// A ledger with a history that nobody thought of, in order and mirrored: several streams of two kinds, details of which some are forgotten, content, streams that expired, an
/// inbox, and entries that wait. Whatever is done to it can be undone.
/// </summary>
internal sealed class RandomLedger : IDisposable
{
    private const int SegmentBytes = 6_000;

    private static readonly LedgerContent[] Contents = [LedgerContent.Of("the first text"u8), LedgerContent.Of("the second text"u8), LedgerContent.Of("the third text"u8)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-tamper-");
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));
    private readonly StreamId[] _subscriptions;
    private readonly StreamId[] _cards;

    private RandomLedger()
    {
        SubjectRef[] people = [.. Enumerable.Range(0, 5).Select(_ => SubjectRef.New())];
        _subscriptions = [.. people.SelectMany(person => new[] { Subscription.StreamOf(person), Subscription.StreamOf(person, "weekly") })];
        _cards = [.. people.Select(Loyalty.StreamOf)];
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(Standing, "host.sqlite"), Pooling = false }.ConnectionString;
    }

    public string ConnectionString { get; }

    public string MirrorFolder => Path.Combine(Standing, "mirror");

    private string Standing => Path.Combine(_folder.FullName, "standing");

    private string Kept => Path.Combine(_folder.FullName, "kept");

    public static async Task<RandomLedger> CreateAsync(Random random, CancellationToken cancellationToken)
    {
        var ledger = new RandomLedger();
        Directory.CreateDirectory(ledger.Standing);
        await using (var context = ledger.Open())
        using (var mirror = ledger.OpenMirror())
        {
            // It has to outlive nothing but the test.
            await context.Database.OpenConnectionAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", cancellationToken);
            await context.Database.EnsureCreatedAsync(cancellationToken);
            await ledger.LiveAsync(random, context, mirror, cancellationToken);
        }

        Copy(ledger.Standing, ledger.Kept);
        return ledger;
    }

    public LedgerContext Open() => new(new DbContextOptionsBuilder<LedgerContext>().UseSqlite(ConnectionString).Options);

    /// <summary>The mirror, in small segments so that there are several.</summary>
    public FileLedgerMirror OpenMirror() => new(MirrorFolder, new MirrorMedium(), SegmentBytes);

    public async Task<VerificationReport> VerifyAsync(FileLedgerMirror mirror, CancellationToken cancellationToken)
    {
        await using var context = Open();
        return await new LedgerVerification(new EntityFrameworkCoreLedgerStore(context), new EntityFrameworkCoreLedgerLog(context), [Subscription.Fold, Loyalty.Fold], _clock, mirror)
            .VerifyAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Puts in order what waits, as far as that is possible.</summary>
    public async Task PumpAsync(FileLedgerMirror mirror, CancellationToken cancellationToken)
    {
        await using var context = Open();
        try
        {
            await PumpAsync(context, mirror, cancellationToken);
        }
        catch (LedgerException)
        {
            // It refuses to carry on what was changed.
        }
    }

    /// <summary>Makes everything as it was.</summary>
    public void Restore()
    {
        Directory.Delete(Standing, recursive: true);
        Copy(Kept, Standing);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    private async Task LiveAsync(Random random, LedgerContext context, FileLedgerMirror mirror, CancellationToken cancellationToken)
    {
        var store = new EntityFrameworkCoreLedgerStore(context);
        var streams = new LedgerStreams(store, _clock);
        for (var (step, steps) = (0, random.Next(15, 50)); step < steps; step++)
        {
            _clock.AdvanceSeconds(random.Next(1, 100));
            switch (random.Next(10))
            {
                case 0:
                    await store.ForgetDetailsAsync(HeadFilter.About(random.GetItems(_cards, 1)[0].Subject), cancellationToken);
                    break;
                case 1:
                    await store.ExpireAsync(
                        StreamExpiry.Of(Subscription.Fold.Kind, [StreamStatus.Of(SubscriptionState.Stopped)], _clock.GetCurrentInstant()) with { Limit = 2 }, cancellationToken);
                    break;
                case 2:
                    await PumpAsync(context, mirror, cancellationToken);
                    await new MirrorExpiry(store, new EntityFrameworkCoreLedgerLog(context), mirror).ForgetAsync(cancellationToken);
                    break;
                case 3:
                    await mirror.AcceptAsync(new InboxItem(EntryId.New(_clock.GetCurrentInstant()), _clock.GetCurrentInstant(), EntryType.Parse("tamper.accepted/1"), [1, 2, 3]), cancellationToken);
                    break;
                case 4:
                    // Enough for a node of the tree that is kept, once there are a few of these.
                    await streams.AppendAsync<Loyalty>(random.GetItems(_cards, 1)[0], null, state => [.. Enumerable.Range(1, random.Next(1, 60)).Select(number => Loyalty.Buy(state.Purchases + number))], cancellationToken);
                    break;
                default:
                    await streams.AppendAsync<Subscription>(random.GetItems(_subscriptions, 1)[0], null, _ => [.. Drafts(random)], cancellationToken);
                    break;
            }
        }

        await PumpAsync(context, mirror, cancellationToken);
        for (var waiting = random.Next(3); waiting > 0; waiting--)
        {
            await streams.AppendAsync<Subscription>(random.GetItems(_subscriptions, 1)[0], null, _ => [.. Drafts(random)], cancellationToken);
        }
    }

    private static IEnumerable<EntryDraft> Drafts(Random random)
    {
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var draft = random.Next(3) == 0 ? Subscription.Stop() : Subscription.Start(random.Next(5));
            yield return draft with
            {
                Details = random.Next(2) == 0 ? EntryDetails.Of(("note", "a note")) : null,
                Content = random.Next(4) == 0 ? random.GetItems(Contents, 1).ToValueList() : [],
            };
        }
    }

    private async Task PumpAsync(LedgerContext context, FileLedgerMirror mirror, CancellationToken cancellationToken) =>
        await new LedgerSequencer(new EntityFrameworkCoreLedgerStore(context), new EntityFrameworkCoreLedgerLog(context), _clock, mirror).PumpAsync(cancellationToken);
}
