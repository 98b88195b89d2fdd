using System.Buffers.Binary;

namespace GdprKit.EntityFrameworkCore.Ledger.Tampering;

/// <summary>Flips bits, cuts off, removes, doubles or swaps, in the files of a mirror: bytes, frames or whole files.</summary>
internal sealed class TamperedFiles(RandomLedger ledger, Random random)
{
    private const int Front = sizeof(int) + 1;

    /// <summary>Does something, and says what; <see langword="null"/> when it came to nothing.</summary>
    /// <param name="contents">The digests of what entries that are kept refer to.</param>
    public Tamper? Apply(IReadOnlySet<string> contents)
    {
        var files = Directory.GetFiles(ledger.MirrorFolder, "*", SearchOption.AllDirectories).Where(each => Path.GetFileName(each) != "lock").Order(StringComparer.Ordinal).ToArray();
        var file = random.GetItems(files, 1)[0];
        var (name, folder, bytes) = (Path.GetFileName(file), Path.GetFileName(Path.GetDirectoryName(file))!, File.ReadAllBytes(file));
        var frames = folder == "segments" ? FramesOf(bytes) : [];
        var isLast = folder == "segments" && file == files.Last(each => Path.GetFileName(Path.GetDirectoryName(each)) == "segments");
        var (deed, changed, position) = Change(bytes, frames);
        if (deed == "copied")
        {
            var copy = Path.Combine(Path.GetDirectoryName(file)!, random.Next(2) == 0 || name == "tip" ? $"{name}.copy" : Renamed(name));
            if (File.Exists(copy))
            {
                return null;
            }

            File.WriteAllBytes(copy, bytes);
            return new Tamper($"{folder}/{Kind(name)} is copied to {(copy.EndsWith(".copy", StringComparison.Ordinal) ? "a name of nobody" : "another name")}",
                Harmless: copy.EndsWith(".copy", StringComparison.Ordinal) || folder is "content" ? "nobody reads a file of that name" : null);
        }

        if (changed is null)
        {
            File.Delete(file);
        }
        else if (changed.AsSpan().SequenceEqual(bytes))
        {
            return null;
        }
        else
        {
            File.WriteAllBytes(file, changed);
        }

        return new Tamper($"{folder}/{Kind(name)}{(isLast ? " (the last)" : "")} is {deed}", position, HarmlessWhy());

        string? HarmlessWhy() => folder switch
        {
            "mirror" => "tip bears witness to nothing but how far the mirror reached, which the database knows as well",
            "content" when !contents.Contains(name) => "no entry that is kept refers to it",
            "inbox" when changed is null => "nothing else knows what was accepted while the database was refused",
            "inbox" when changed.AsSpan().StartsWith(bytes) => "what stands behind the item is not read",
            "segments" when isLast && changed is not null && changed.AsSpan().StartsWith(bytes) && !EndsWithCommit(changed) => "it is a torn end, which is not read and goes with the next batch",
            _ => null,
        };
    }

    private (string Deed, byte[]? Changed, long? Position) Change(byte[] bytes, List<(int At, int Length)> frames)
    {
        var (deed, at) = (random.Next(20), random.Next(bytes.Length));
        if (deed >= 15 && frames.Count == 0)
        {
            deed -= 15;
        }

        var (first, second) = frames.Count == 0 ? (default, default) : (random.GetItems([.. frames], 1)[0], random.GetItems([.. frames], 1)[0]);
        switch (deed)
        {
            case < 9:
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << random.Next(8));
                var frame = frames.Find(each => each.At <= at && at < each.At + each.Length);
                return ("flipped in a bit", flipped, frame.Length == 0 ? null : PositionOf(bytes, frame));
            case < 11:
                return ("cut off", bytes[..at], null);
            case 11:
                return ("removed", null, null);
            case 12:
                var noise = new byte[random.Next(1, 100)];
                random.NextBytes(noise);
                return ("added to", [.. bytes, .. noise], null);
            case 13 or 14:
                return ("copied", bytes, null);
            case 15:
                // That the last of a batch is gone shows only in the batch as a whole.
                return ("robbed of a frame", [.. bytes[..first.At], .. bytes[(first.At + first.Length)..]], null);
            case 16 or 17:
                return ("given a frame twice", [.. bytes[..second.At], .. bytes.AsSpan(first.At, first.Length), .. bytes[second.At..]], null);
            case 18:
                return ("given a frame again at its end", [.. bytes, .. bytes.AsSpan(first.At, first.Length)], null);
            default:
                (first, second) = first.At <= second.At ? (first, second) : (second, first);
                return first == second
                    ? ("swapped", bytes, null)
                    : ("swapped in two frames", [.. bytes[..first.At], .. bytes.AsSpan(second.At, second.Length), .. bytes[(first.At + first.Length)..second.At], .. bytes.AsSpan(first.At, first.Length), .. bytes[(second.At + second.Length)..]], null);
        }
    }

    // Another digit of its number, or of its digest.
    private static string Renamed(string name)
    {
        var place = Path.GetFileNameWithoutExtension(name).Length - 1;
        return name[..place] + (name[place] == '7' ? '8' : '7') + name[(place + 1)..];
    }

    private static string Kind(string name) => name.EndsWith(".item", StringComparison.Ordinal) ? "(an item)" : name.EndsWith(".segment", StringComparison.Ordinal) ? "(a segment)" : name == "tip" ? name : "(a text)";

    private static long? PositionOf(byte[] bytes, (int At, int Length) frame) => bytes[frame.At + sizeof(int)] == (byte)'E' ? BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(frame.At + Front)) : null;

    private static bool EndsWithCommit(byte[] bytes) => FramesOf(bytes) is [.., var last] && last.At + last.Length == bytes.Length && bytes[last.At + sizeof(int)] == (byte)'C';

    private static List<(int At, int Length)> FramesOf(byte[] bytes)
    {
        var frames = new List<(int At, int Length)>();
        for (var at = 0; at + Front <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at)) + Front + sizeof(uint);
            if (length <= Front || length > bytes.Length - at)
            {
                break;
            }

            frames.Add((at, length));
            at += length;
        }

        return frames;
    }
}
