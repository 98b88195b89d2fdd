namespace GdprKit.Ledger;

/// <summary>What a frame in a file of the mirror holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>No frame.</summary>
    None = 0,

    /// <summary>The beginning of a segment.</summary>
    Header = (byte)'H',

    /// <summary>An entry.</summary>
    Entry = (byte)'E',

    /// <summary>The end of a batch, which makes it count.</summary>
    Commit = (byte)'C',

    /// <summary>How far the mirror was known to reach.</summary>
    Witness = (byte)'W',

    /// <summary>Something in the inbox.</summary>
    Item = (byte)'I',
}
