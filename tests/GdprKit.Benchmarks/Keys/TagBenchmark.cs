using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Benchmarks.Retention;
using GdprKit.Ledger;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Keys;

/// <summary>
/// Making and finding the tags by which rows of erased people are known again, on one core, against an HMAC that is reused, over bytes that lie ready: what no program can beat.
/// </summary>
internal sealed class TagBenchmark(FileKeyRing ring, byte[][] keys, int people)
{
    // What is asked of each core after a restore.
    private const double Asked = 0.7;

    private static readonly ValueList<SubjectId> Batch = Enumerable.Range(1_000_000, LedgerLimits.ItemsAtOnce).Select(number => SubjectId.Of(Shop.Customers, number)).ToValueList();

    private static readonly byte[][] Bytes = [.. Batch.Select(person => Encoding.UTF8.GetBytes($"{person.Kind}\0{person.Key[0].Length}:{person.Key[0]}"))];

    private readonly MatchTags _tags = new(ring);

    private int Batches => Math.Max(1, people / Batch.Count);

    public static async Task<bool> RunAsync(int people, Rounds rounds, CancellationToken cancellationToken)
    {
        var isRight = true;
        var folder = Directory.CreateTempSubdirectory("gdprkit-tags-");
        try
        {
            var path = Path.Combine(folder.FullName, "keyring.json");
            var clock = new FakeClock(Instant.FromUtc(2026, 7, 1, 10, 0));
            FileKeyRing.Create(path, clock);
            for (var keys = 1; keys <= 2; keys++)
            {
                var benchmark = new TagBenchmark(new FileKeyRing(path), KeysOf(path), people);
                await Report.HeadAsync($"Match tags, {people:N0} people, {keys} key(s) in the ring");
                foreach (var contest in (Contest[])[benchmark.Making(), await benchmark.FindingAsync(cancellationToken), benchmark.OneShot()])
                {
                    var outcome = await rounds.RunAsync(contest, _ => Task.CompletedTask, cancellationToken);
                    isRight &= outcome.IsRight;
                    await Report.AddAsync(outcome);
                }

                var memory = await MemoryMaximum.OfAsync(() => benchmark.MakeAsync(cancellationToken));
                await Console.Out.WriteLineAsync($"\nMemory at most: {memory}.");
                FileKeyRing.Rotate(path, clock);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return isRight;
    }

    private static byte[][] KeysOf(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. file.RootElement.GetProperty("keys").EnumerateArray().Select(key => HKDF.DeriveKey(
                HashAlgorithmName.SHA256, key.GetProperty("key").GetBytesFromBase64(), 32, "GdprKit key ring 1"u8.ToArray(), "match tag 1"u8.ToArray())),
        ];
    }

    private Contest Making() => new("make a tag for each", Asked, MakeAsync, _ => Task.FromResult(ByHand(One)));

    private async Task<Contest> FindingAsync(CancellationToken cancellationToken)
    {
        var wanted = await _tags.MakeAsync(Batch.Where((_, place) => place % 1_000 == 0).ToValueList(), cancellationToken);
        return new("look each up among ten orders", Asked, token => FindAsync(MatchTagSet.Of(wanted), token), _ => Task.FromResult(ByHand(One, wanted.Select(tag => tag.Hash).ToHashSet())));
    }

    // For comparison, and asked of nobody: what a caller pays who hashes each text with a hash of its own.
    private Contest OneShot() => new("(a new HMAC for each text instead)", 0, _ => Task.FromResult(ByHand(Afresh)), _ => Task.FromResult(ByHand(One)));

    private async Task<string> MakeAsync(CancellationToken cancellationToken)
    {
        Sum sum = default;
        for (var batch = 0; batch < Batches; batch++)
        {
            foreach (var tag in await _tags.MakeAsync(Batch, cancellationToken))
            {
                sum.Add(tag.Hash);
            }
        }

        return sum.ToString();
    }

    private async Task<string> FindAsync(MatchTagSet wanted, CancellationToken cancellationToken)
    {
        Sum sum = default;
        for (var batch = 0; batch < Batches; batch++)
        {
            foreach (var tag in (await _tags.FindAsync(Batch, wanted, cancellationToken)).SelectMany(found => found))
            {
                sum.Add(tag.Hash);
            }
        }

        return sum.ToString();
    }

    private string ByHand(Func<IncrementalHash, byte[], byte[], Digest> hash, HashSet<Digest>? wanted = null)
    {
        Sum sum = default;
        for (var k = 0; k < keys.Length; k++)
        {
            using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys[k]);
            for (var batch = 0; batch < Batches; batch++)
            {
                foreach (var bytes in Bytes)
                {
                    var tag = hash(hmac, keys[k], bytes);
                    if (wanted is null ? k == 0 : wanted.Contains(tag))
                    {
                        sum.Add(tag);
                    }
                }
            }
        }

        return sum.ToString();
    }

    private static Digest One(IncrementalHash hmac, byte[] key, byte[] bytes)
    {
        Span<byte> hash = stackalloc byte[Digest.ByteCount];
        hmac.AppendData(bytes);
        hmac.GetHashAndReset(hash);
        return Digest.FromBytes(hash);
    }

    private static Digest Afresh(IncrementalHash hmac, byte[] key, byte[] bytes)
    {
        Span<byte> hash = stackalloc byte[Digest.ByteCount];
        HMACSHA256.HashData(key, bytes, hash);
        return Digest.FromBytes(hash);
    }

    /// <summary>What many hashes come to, whatever their order.</summary>
    private struct Sum
    {
        private ulong _sum;

        private int _count;

        public void Add(Digest hash)
        {
            _sum += (ulong)hash.GetHashCode();
            _count++;
        }

        public override readonly string ToString() => $"{_count} tags, {_sum:x}";
    }
}
