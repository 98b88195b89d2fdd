using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger.Tampering;

/// <summary>
/// Whatever history a ledger has, and whatever somebody does to one place of its tables or of the files of its mirror: it is found, and the first bad entry is named; but for the places
/// of which <see cref="Tamper.Harmless"/> says why they tell nobody anything.
/// </summary>
/// <remarks>
/// Some hundred each time; ten thousand by
/// <c>GDPRKIT_TAMPERS=10000 dotnet test tests/GdprKit.EntityFrameworkCore.Tests --filter FullyQualifiedName~TamperTests</c>.
/// </remarks>
public sealed class TamperTests
{
    private const int TampersOfOneLedger = 20;

    private const int MostTold = 20;

    private static readonly int Tampers = int.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_TAMPERS"), CultureInfo.InvariantCulture, out var tampers) ? tampers : 400;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_changed_in_whatever_history_is_found_and_the_first_bad_entry_named()
    {
        var (started, faults, harmless) = (Stopwatch.GetTimestamp(), new List<string>(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (var seed = 0; seed < Tampers / TampersOfOneLedger && faults.Count < MostTold; seed++)
        {
            var random = new Random(seed);
            using var ledger = await RandomLedger.CreateAsync(random, Token);
            using (var mirror = ledger.OpenMirror())
            {
                (await ledger.VerifyAsync(mirror, Token)).Findings.Should().BeEmpty("the ledger of seed {0} is sound", seed);
            }

            for (var number = 0; number < TampersOfOneLedger; number++)
            {
                if (await TamperAsync(ledger, random, harmless) is { } fault)
                {
                    faults.Add($"seed {seed}, tamper {number}: {fault}");
                }

                ledger.Restore();
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Tampers} in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s; {harmless.Values.Sum()} harmless:\n{string.Join('\n', harmless.Select(each => $"{each.Value} x {each.Key}"))}");
    }

    /// <summary>Does something to a ledger, and says what was not found of it.</summary>
    private static async Task<string?> TamperAsync(RandomLedger ledger, Random random, SortedDictionary<string, int> harmless)
    {
        // Half of the time by who has looked at the mirror before, and remembers what it was.
        using var mirror = ledger.OpenMirror();
        var isLiving = random.Next(2) == 0 && (await ledger.VerifyAsync(mirror, Token)).IsSound;
        Tamper? tamper = null;
        while (tamper is null)
        {
            tamper = random.Next(2) == 0 ? await new TamperedTables(ledger, random).ApplyAsync(Token) : new TamperedFiles(ledger, random).Apply(await ReferredAsync(ledger));
        }

        var told = $"{tamper.What}{(isLiving ? ", while the mirror was in use" : "")}";
        try
        {
            var report = await ledger.VerifyAsync(mirror, Token);
            if (report.IsSound && tamper is { Harmless: null, Waits: true })
            {
                await ledger.PumpAsync(mirror, Token);
                report = await ledger.VerifyAsync(mirror, Token);
            }

            if (!report.IsSound)
            {
                var first = report.Findings.Min(finding => finding.Position);
                return tamper.Position is null || first == tamper.Position ? null : $"{told}: position {first} is named and not {tamper.Position}; {string.Join(", ", report.Findings.Take(5))}";
            }

            if (tamper.Harmless is null)
            {
                return $"{told}: not found";
            }

            harmless[$"{tamper.What}: {tamper.Harmless}"] = harmless.GetValueOrDefault($"{tamper.What}: {tamper.Harmless}") + 1;
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return $"{told}: {exception}";
        }
    }

    private static async Task<IReadOnlySet<string>> ReferredAsync(RandomLedger ledger)
    {
        await using var context = ledger.Open();
        var kept = await context.Set<LedgerEntryRow>().AsNoTracking().Join(context.Set<OrderedEntryRow>(), entry => entry.EntryId, ordered => ordered.EntryId, (entry, _) => entry.Content).ToListAsync(Token);
        return kept.SelectMany(digests => digests.Chunk(Digest.ByteCount)).Select(digest => Digest.FromBytes(digest).ToString()).ToHashSet();
    }
}
