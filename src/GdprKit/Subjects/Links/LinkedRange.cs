namespace GdprKit.Subjects;

/// <summary>What came of one range of people.</summary>
/// <param name="Linked">How many of them had no link and have one now.</param>
/// <param name="Unlinkable">How many have a key that is too long or has an empty part, so that no link can be made.</param>
/// <param name="Next">Where to go on, at most 4,000 bytes; <see langword="null"/> when these were the last. It can hold a key, so it belongs in no log.</param>
public sealed record LinkedRange(long Linked, long Unlinkable, ValueList<byte>? Next)
{
    /// <summary>The numbers; the position is withheld.</summary>
    public override string ToString() => $"{Linked} linked, {Unlinkable} unlinkable";
}
