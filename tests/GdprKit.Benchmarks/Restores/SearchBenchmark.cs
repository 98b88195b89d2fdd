using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Benchmarks.Restores;

/// <summary>Looking for erased people by their tags in a copy that has no link to anybody, against an HMAC that is reused, on one core.</summary>
internal sealed class SearchBenchmark(BenchmarkDatabase database, ServiceProvider services, byte[] key, int people, int erasures)
{
    // What is asked of each core.
    private const double Asked = 0.7;

    // The texts of so many lie ready for the bare HMAC.
    private const int MostAlone = 1_000_000;

    private readonly byte[][] _texts = [.. Enumerable.Range(1, Math.Min(people, MostAlone)).Select(id => TextOf(id))];

    public static async Task<bool> RunAsync(string kind, int people, int erasures, Rounds rounds, CancellationToken cancellationToken)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
        using var files = new HotelFiles();
        await using var services = Hotel.Start(database, files);
        var history = new HotelHistory(database, services, people, erasures);
        await history.FillAsync(isLinked: false, cancellationToken);
        await database.KeepCopyAsync(cancellationToken);
        await history.EraseAsync(cancellationToken);
        await database.PutCopyBackAsync(cancellationToken);
        await Report.HeadAsync($"Search on {database.Name}: {erasures:N0} tags among {people:N0} people without a link");
        var benchmark = new SearchBenchmark(database, services, KeyOf(files.Keys), people, erasures);
        var wanted = new List<MatchTag>();
        foreach (var some in history.Erased.Chunk(LedgerLimits.ItemsAtOnce))
        {
            wanted.AddRange(await services.GetRequiredService<MatchTags>().MakeAsync([.. some.Select(id => SubjectId.Of(Hotel.Guests, id))], cancellationToken));
        }

        Contest[] contests =
        [
            new("matching alone, against a bare HMAC", Asked, token => benchmark.MatchAsync(wanted, token), _ => Task.FromResult(benchmark.Bare(wanted))),
            new("a rehearsal, against reading the keys and a bare HMAC", 0, benchmark.RehearseAsync, token => benchmark.ReadAndHashAsync(wanted, token)),
        ];
        var isRight = true;
        foreach (var contest in contests)
        {
            var outcome = await rounds.RunAsync(contest, token => database.BeforeEach is { } statement ? database.ExecuteAsync(statement, token) : Task.CompletedTask, cancellationToken);
            isRight &= outcome.IsRight;
            await Report.AddAsync(outcome);
        }

        await Console.Out.WriteLineAsync($"\nMemory at most, of a rehearsal: {await MemoryMaximum.OfAsync(() => benchmark.RehearseAsync(cancellationToken))}.");
        return isRight;
    }

    private static byte[] KeyOf(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return HKDF.DeriveKey(
            HashAlgorithmName.SHA256, file.RootElement.GetProperty("keys")[0].GetProperty("key").GetBytesFromBase64(), 32, "GdprKit key ring 1"u8.ToArray(), "match tag 1"u8.ToArray());
    }

    private async Task<string> MatchAsync(List<MatchTag> wanted, CancellationToken cancellationToken)
    {
        var (tags, set, found) = (services.GetRequiredService<MatchTags>(), MatchTagSet.Of(wanted), 0);
        foreach (var some in Enumerable.Range(1, _texts.Length).Chunk(LedgerLimits.ItemsAtOnce))
        {
            found += (await tags.FindAsync([.. some.Select(id => SubjectId.Of(Hotel.Guests, id))], set, cancellationToken)).Sum(each => each.Count);
        }

        return Found(found, _texts.Length / (people / erasures));
    }

    private string Bare(List<MatchTag> wanted) => Found(Hashed(_texts, wanted), _texts.Length / (people / erasures));

    private async Task<string> RehearseAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return Found((await scope.ServiceProvider.GetRequiredService<DatabaseRestores>().RehearseAsync(cancellationToken)).CountOf(RestoreFindingKind.ErasureRepeated), erasures);
    }

    private async Task<string> ReadAndHashAsync(List<MatchTag> wanted, CancellationToken cancellationToken) =>
        Found(Hashed((await database.CountAsync("SELECT \"Id\" FROM \"Guests\" ORDER BY \"Id\"", cancellationToken)).Select(TextOf), wanted), erasures);

    private int Hashed(IEnumerable<byte[]> texts, List<MatchTag> wanted)
    {
        var set = wanted.Select(tag => tag.Hash).ToHashSet();
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Span<byte> hash = stackalloc byte[Digest.ByteCount];
        var found = 0;
        foreach (var text in texts)
        {
            hmac.AppendData(text);
            hmac.GetHashAndReset(hash);
            found += set.Contains(Digest.FromBytes(hash)) ? 1 : 0;
        }

        return found;
    }

    private static byte[] TextOf(long id)
    {
        var text = id.ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"{Hotel.Guests}\0{text.Length}:{text}");
    }

    private static string Found(long found, long wanted) => found == wanted ? "all found" : FormattableString.Invariant($"{found} of {wanted} found");
}
