namespace GdprKit.Crash;

/// <summary>Holds nothing of its own, and goes with its member.</summary>
public sealed class Card
{
    public int Id { get; set; }

    public int MemberId { get; set; }
}
