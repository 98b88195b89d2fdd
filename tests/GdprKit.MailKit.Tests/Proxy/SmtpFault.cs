namespace GdprKit.Notices;

/// <summary>What goes wrong, and on how many connections, the first ones.</summary>
/// <param name="At">Where.</param>
/// <param name="Reply">What is answered before the connection ends. Without one it ends without a word.</param>
/// <param name="IsSilent">Whether the connection stays open, and nothing is ever answered.</param>
/// <param name="Connections">On how many connections.</param>
/// <param name="After">How many times it goes well on a connection first.</param>
internal sealed record SmtpFault(FaultAt At, string? Reply = null, bool IsSilent = false, int Connections = int.MaxValue, int After = 0)
{
    public static SmtpFault None { get; } = new(FaultAt.Nowhere);
}
