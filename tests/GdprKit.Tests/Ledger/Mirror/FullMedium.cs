using Microsoft.Win32.SafeHandles;

namespace GdprKit.Ledger.Mirror;

/// <summary>A disk on which there is room for some more bytes.</summary>
internal sealed class FullMedium : MirrorMedium
{
    private const int NoSpaceLeft = 28;

    /// <summary>For how many bytes there is room.</summary>
    public long Room { get; set; } = long.MaxValue;

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        var more = Math.Max(0, offset + bytes.Length - RandomAccess.GetLength(file));
        if (more > Room)
        {
            base.Write(file, bytes[..(int)(bytes.Length - more + Room)], offset);
            Room = 0;
            throw new IOException("No space left on device", NoSpaceLeft);
        }

        Room -= more;
        base.Write(file, bytes, offset);
    }
}
