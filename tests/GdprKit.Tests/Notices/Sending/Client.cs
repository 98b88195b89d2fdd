namespace GdprKit;

/// <summary>A customer of the shop.</summary>
internal sealed record Client(int Id, string? Email, string? Language = null)
{
    /// <summary>An address on which the application's own property fails.</summary>
    public const string Unreadable = "unreadable";

    public string? Email { get => field is Unreadable ? throw new FormatException("The key of this address is gone.") : field; init; } = Email;
}
