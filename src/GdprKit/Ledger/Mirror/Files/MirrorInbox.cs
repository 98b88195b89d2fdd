using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>An inbox of which every item is a file, so that it can be added to while somebody writes to the segments, also in another process.</summary>
internal sealed class MirrorInbox(MirrorMedium medium, string root)
{
    private const string Ending = ".item";

    private const int Tries = 3;

    private string Folder => Path.Combine(root, "inbox");

    public void Accept(InboxItem item, CancellationToken cancellationToken)
    {
        medium.CreateFolder(root);
        medium.CreateFolder(Folder);
        if (Names($"*-{item.Id}{Ending}").Any())
        {
            // Who accepted it may have ended before its name was on the disk.
            medium.FlushFolder(Folder);
            return;
        }

        var writer = new FrameWriter();
        writer.Begin(FrameKind.Item);
        writer.Id(item.Id.ToGuid());
        writer.Number8(LedgerTime.ToMicroseconds(item.AcceptedAt));
        writer.Name(item.Type.ToString());
        writer.Bytes(item.Content.AsSpan());
        writer.End();
        var path = Path.Combine(Folder, new Name(LedgerTime.ToMicroseconds(item.AcceptedAt), item.Id).ToString());
        var left = Tries;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var draft = $"{path}.{Guid.NewGuid():N}.new";
            try
            {
                using (var file = medium.Open(draft, FileMode.CreateNew, FileShare.None))
                {
                    medium.Write(file.SafeFileHandle, writer.Written.Span, 0);
                    medium.Flush(file.SafeFileHandle);
                }

                medium.Move(draft, path);
                medium.FlushFolder(Folder);
                return;
            }
            catch (FileNotFoundException) when (--left > 0)
            {
                // Who tidies up took it for one that was left behind.
            }
            catch (Exception exception) when (MirrorFaults.IsOfMedium(exception))
            {
                TakeBack(draft);
                throw;
            }
        }
    }

    /// <summary>What lies there, each id once, in the order in which it was accepted.</summary>
    public List<Name> List() => [.. Names().Order().DistinctBy(name => name.Id)];

    /// <summary>An item; <see langword="null"/> when it was removed meanwhile.</summary>
    public InboxItem? Read(Name name)
    {
        try
        {
            using var file = File.OpenHandle(Path.Combine(Folder, name.ToString()), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var frame = new FrameReader(file, 0, FrameReader.Few);
            if (frame.Read() is not FrameKind.Item)
            {
                throw LedgerException.MirrorDamaged(-1);
            }

            var reader = new BodyReader(frame.Body);
            var item = new InboxItem(EntryId.FromGuid(reader.Id()), LedgerTime.FromMicroseconds(reader.Number8()), EntryType.Parse(reader.Name()), [.. reader.Bytes()]);
            return new Name(LedgerTime.ToMicroseconds(item.AcceptedAt), item.Id) == name && reader.IsAtEnd ? item : throw LedgerException.MirrorDamaged(-1);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (SegmentScan.IsMalformed(exception))
        {
            throw LedgerException.MirrorDamaged(-1);
        }
    }

    public void Remove(ValueList<EntryId> items)
    {
        if (!MirrorFaults.IsThere(Folder))
        {
            return;
        }

        var removed = items.ToHashSet();
        foreach (var name in Names().Where(name => removed.Contains(name.Id)).ToList())
        {
            medium.Delete(Path.Combine(Folder, name.ToString()));
        }

        CleanUp();
        medium.FlushFolder(Folder);
    }

    // What has another name was put there by somebody else, and keeps no withdrawal from being accepted or read.
    private IEnumerable<Name> Names(string pattern = "*" + Ending) => MirrorFaults.IsThere(Folder)
        ? Directory.EnumerateFiles(Folder, pattern).Select(path => Name.Of(Path.GetFileName(path))).OfType<Name>()
        : [];

    // A draft that nobody has open was left behind by a process that ended.
    private void CleanUp()
    {
        foreach (var draft in Directory.EnumerateFiles(Folder, "*.new").ToList())
        {
            try
            {
                new FileStream(draft, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose).Dispose();
            }
            catch (IOException)
            {
                // Somebody is at it.
            }
        }
    }

    private void TakeBack(string draft)
    {
        try
        {
            medium.Delete(draft);
        }
        catch (Exception exception) when (MirrorFaults.IsOfMedium(exception))
        {
            // It does not count, and goes with the next one that is removed.
        }
    }

    /// <summary>The name of an item: when it was accepted, so that the names are in order, and its id.</summary>
    internal readonly record struct Name(long Microseconds, EntryId Id) : IComparable<Name>
    {
        private const int Digits = 16;

        /// <summary>The name that a file has; <see langword="null"/> when it is not exactly one of an item.</summary>
        public static Name? Of(string file) =>
            file.Length > Digits + 1 + Ending.Length
            && ulong.TryParse(file.AsSpan(0, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var microseconds)
            && EntryId.TryParse(file[(Digits + 1)..^Ending.Length], out var id)
            && new Name(unchecked((long)(microseconds ^ (1UL << 63))), id) is var name
            && string.Equals(name.ToString(), file, StringComparison.Ordinal)
                ? name
                : null;

        public int CompareTo(Name other) => Microseconds.CompareTo(other.Microseconds) is var byTime and not 0 ? byTime : Id.CompareTo(other.Id);

        // The highest bit is turned round, so that what lies before 1970 comes first.
        public override string ToString() => $"{unchecked((ulong)Microseconds) ^ (1UL << 63):x16}-{Id}{Ending}";
    }
}
