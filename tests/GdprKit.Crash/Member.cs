namespace GdprKit.Crash;

/// <summary>Somebody whose data go once they are past their period.</summary>
public sealed class Member
{
    public int Id { get; set; }

    public string? Email { get; set; }

    /// <summary>From when the period counts.</summary>
    public DateOnly? JoinedOn { get; set; }
}
