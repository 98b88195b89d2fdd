using System.Globalization;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Crash;

/// <summary>
/// A host that mirrors what it put in order, accepts items for the inbox and forgets, until it is killed. Says what it does and has done, a line each:
/// <c>ready 12</c> with what it found, <c>begin 12</c>, <c>held 15</c>, <c>forgot 3</c>, <c>accepted (id)</c>; <c>broken (why)</c> when it found what it must not.
/// </summary>
/// <remarks>Every entry follows from its position, so that whoever looks knows what must be there.</remarks>
/// <param name="folder">The folder of the mirror.</param>
/// <param name="seed">The seed of its choices.</param>
public sealed class Mirrorer(string folder, int seed)
{
    /// <summary>Which ledger.</summary>
    public static Guid Ledger { get; } = new("7f0d3f0e-5f0b-4c55-9d52-6a8d5b6f3b10");

    private static readonly Instant Start = Instant.FromUtc(2027, 3, 1, 9, 30);

    /// <summary>The entry at a position, with details of its own.</summary>
    /// <param name="position">The position.</param>
    public static OrderedEntry EntryAt(long position)
    {
        var bytes = BitConverter.GetBytes(position);
        var id = EntryId.FromGuid(new Guid($"01930000-0000-7000-8000-{position:x12}"));
        var hash = Digest.Of(bytes);
        var entry = new LedgerEntry
        {
            Id = id,
            Stream = new StreamId(StreamKind.Parse("crash.mirrored"), default, StreamKey.Parse(position.ToString(CultureInfo.InvariantCulture))),
            Version = 1,
            RecordedAt = Start + Duration.FromSeconds(position),
            Type = EntryType.Parse("crash.mirrored/1"),
            Salt = EntrySalt.FromBytes(hash.ToString().Select(digit => (byte)digit).Take(EntrySalt.ByteCount).ToArray()),
            Facts = [.. "{\"n\":1}"u8],
            Details = EntryDetails.FromStored(EntrySalt.FromBytes(new byte[EntrySalt.ByteCount]), "{\"note\":\"details\"}"u8),
            DetailsCommitment = hash,
            Hash = hash,
        };
        return new OrderedEntry { Position = position, Id = id, Hash = hash, Entry = entry };
    }

    /// <summary>What the mirror holds when it holds so many.</summary>
    /// <param name="size">How many.</param>
    public static MirrorTip TipAt(long size) => new()
    {
        Ledger = Ledger,
        Tree = MerkleTree.Empty.Append(Enumerable.Range(0, checked((int)size)).Select(position => MerkleTree.LeafOf(EntryAt(position).Hash))),
    };

    /// <summary>Writes until it is killed.</summary>
    /// <param name="told">Is told how far it is.</param>
    public async Task RunAsync(TextWriter told)
    {
        using var mirror = new FileLedgerMirror(folder);
        var random = new Random(seed);
        var tip = await mirror.ReadTipAsync(CancellationToken.None) ?? TipAt(0);
        await told.WriteLineAsync($"ready {tip.Tree.Size}");
        for (var round = 0; ; round++)
        {
            switch (random.Next(8))
            {
                case 0 when tip.Tree.Size > 0:
                    await ForgetAsync(mirror, random.NextInt64(tip.Tree.Size), told);
                    break;
                case 1:
                    await AcceptAsync(mirror, random, told);
                    break;
                default:
                    await told.WriteLineAsync($"begin {tip.Tree.Size}");
                    var batch = MirrorBatch.After(tip, [.. Enumerable.Range(0, random.Next(1, 200)).Select(i => EntryAt(tip.Tree.Size + i))], []);
                    if (!await mirror.AppendAsync(batch, CancellationToken.None))
                    {
                        await told.WriteLineAsync("broken: what follows does not");
                        return;
                    }

                    tip = batch.Next;
                    await told.WriteLineAsync($"held {tip.Tree.Size}");
                    break;
            }
        }
    }

    private static async Task ForgetAsync(FileLedgerMirror mirror, long position, TextWriter told)
    {
        var entry = EntryAt(position);
        await mirror.ForgetAsync([entry with { Entry = null, ExpiredHash = entry.Hash }], CancellationToken.None);
        await told.WriteLineAsync($"forgot {position}");
    }

    private static async Task AcceptAsync(FileLedgerMirror mirror, Random random, TextWriter told)
    {
        var item = new InboxItem(EntryId.New(Start), Start + Duration.FromSeconds(random.Next(1_000)), EntryType.Parse("crash.accepted/1"), [1, 2, 3]);
        await mirror.AcceptAsync(item, CancellationToken.None);
        await told.WriteLineAsync($"accepted {item.Id}");
    }
}
