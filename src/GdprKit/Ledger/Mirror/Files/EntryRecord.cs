namespace GdprKit.Ledger;

/// <summary>An entry in a file of the mirror, byte for byte as <see cref="FileLedgerMirror"/> documents it.</summary>
internal static class EntryRecord
{
    [Flags]
    private enum Parts : byte
    {
        None = 0,
        Expired = 1,
        Entry = 2,
        Commitment = 4,
        Details = 8,
        OtherId = 16,
        OtherHash = 32,
    }

    /// <summary>What is read of every record, also by who only counts them.</summary>
    public static (long Position, Digest Hash) Place(ReadOnlySpan<byte> body)
    {
        var reader = new BodyReader(body);
        var position = reader.Number8();
        _ = reader.Id();
        return (position, reader.Hash());
    }

    public static void Write(FrameWriter writer, OrderedEntry entry)
    {
        writer.Begin(FrameKind.Entry);
        writer.Number8(entry.Position);
        writer.Id(entry.Id.ToGuid());
        writer.Hash(entry.Hash);
        writer.Byte((byte)PartsOf(entry));
        if (entry.ExpiredHash is { } expired)
        {
            writer.Hash(expired);
        }

        if (entry.Entry is { } body)
        {
            Write(writer, entry, body);
        }

        writer.End();
    }

    public static OrderedEntry Read(ReadOnlySpan<byte> frameBody)
    {
        var reader = new BodyReader(frameBody);
        var (position, id, hash, parts) = (reader.Number8(), EntryId.FromGuid(reader.Id()), reader.Hash(), (Parts)reader.Byte());
        Digest? expired = parts.HasFlag(Parts.Expired) ? reader.Hash() : null;
        var entry = new OrderedEntry { Position = position, Id = id, Hash = hash, ExpiredHash = expired, Entry = parts.HasFlag(Parts.Entry) ? ReadEntry(ref reader, parts, id, hash) : null };

        return reader.IsAtEnd ? entry : throw new InvalidDataException();
    }

    private static Parts PartsOf(OrderedEntry entry) =>
        (entry.ExpiredHash is null ? Parts.None : Parts.Expired)
        | (entry.Entry is not { } body
            ? Parts.None
            : Parts.Entry
                | (body.DetailsCommitment is null ? Parts.None : Parts.Commitment)
                | (body.Details is null ? Parts.None : Parts.Details)
                | (body.Id == entry.Id ? Parts.None : Parts.OtherId)
                | (body.Hash == entry.Hash ? Parts.None : Parts.OtherHash));

    private static void Write(FrameWriter writer, OrderedEntry entry, LedgerEntry body)
    {
        if (body.Id != entry.Id)
        {
            writer.Id(body.Id.ToGuid());
        }

        if (body.Hash != entry.Hash)
        {
            writer.Hash(body.Hash);
        }

        writer.Name(body.Stream.Kind.ToString());
        writer.Subject(body.Stream.Subject);
        writer.Name(body.Stream.Key.ToString());
        writer.Number8(body.Version);
        writer.Number8(LedgerTime.ToMicroseconds(body.RecordedAt));
        writer.Name(body.Type.ToString());
        writer.Salt(body.Salt);
        writer.Bytes(body.Facts.AsSpan());
        if (body.DetailsCommitment is { } commitment)
        {
            writer.Hash(commitment);
        }

        if (body.Details is { } details)
        {
            writer.Salt(details.Salt);
            writer.Bytes(details.Json.AsSpan());
        }

        writer.Number2(body.Content.Count);
        foreach (var digest in body.Content)
        {
            writer.Hash(digest);
        }
    }

    private static LedgerEntry ReadEntry(ref BodyReader reader, Parts parts, EntryId id, Digest hash)
    {
        var ownId = parts.HasFlag(Parts.OtherId) ? EntryId.FromGuid(reader.Id()) : id;
        var ownHash = parts.HasFlag(Parts.OtherHash) ? reader.Hash() : hash;
        var stream = new StreamId(StreamKind.Parse(reader.Name()), reader.Subject(), StreamKey.Parse(reader.Name()));
        var (version, recordedAt, type, salt) = (reader.Number8(), LedgerTime.FromMicroseconds(reader.Number8()), EntryType.Parse(reader.Name()), reader.Salt());
        ValueList<byte> facts = [.. reader.Bytes()];
        Digest? commitment = parts.HasFlag(Parts.Commitment) ? reader.Hash() : null;
        var details = parts.HasFlag(Parts.Details) ? EntryDetails.FromStored(reader.Salt(), reader.Bytes()) : null;
        var content = new Digest[reader.Number2()];
        for (var i = 0; i < content.Length; i++)
        {
            content[i] = reader.Hash();
        }

        return new LedgerEntry
        {
            Id = ownId,
            Stream = stream,
            Version = version,
            RecordedAt = recordedAt,
            Type = type,
            Salt = salt,
            Facts = facts,
            DetailsCommitment = commitment,
            Details = details,
            Content = ValueList.Own(content),
            Hash = ownHash,
        };
    }
}
