using GdprKit.Ledger;

namespace GdprKit.Conformance.Files;

internal sealed record DetailsLine(long Version, byte[] Salt, byte[] Json)
{
    public static DetailsLine Of(long version, EntryDetails details)
    {
        var salt = new byte[EntrySalt.ByteCount];
        details.Salt.CopyTo(salt);
        return new(version, salt, [.. details.Json]);
    }

    public EntryDetails ToDetails() => EntryDetails.FromStored(EntrySalt.FromBytes(Salt), Json);
}
