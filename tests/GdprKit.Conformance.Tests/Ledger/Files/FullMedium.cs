namespace GdprKit.Conformance.Files;

/// <summary>A medium that is full after a number of writes, until there is room again: half of what is written then is written.</summary>
internal sealed class FullMedium : Medium
{
    /// <summary>What a system says then.</summary>
    public const int NoSpaceLeft = 28;

    /// <summary>How many more writes there is room for; <see langword="null"/> for any number.</summary>
    public int? Room { get; set; }

    public override void Write(string path, long kept, byte[] bytes)
    {
        if (Room is 0)
        {
            base.Write(path, kept, bytes[..(bytes.Length / 2)]);
            throw new IOException("No space left on device", NoSpaceLeft);
        }

        Room -= 1;
        base.Write(path, kept, bytes);
    }
}
