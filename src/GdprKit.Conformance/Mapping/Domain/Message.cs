namespace GdprKit.Conformance;

/// <summary>A row with two people, each referred to by key and without a navigation; either can be missing.</summary>
public sealed class Message
{
    /// <summary>The primary key; given by the suite, not by the store.</summary>
    public Guid Id { get; set; }

    /// <summary>The key of the person who sent it.</summary>
    public string? SenderCode { get; set; }

    /// <summary>The key of the person who got it.</summary>
    public string? RecipientCode { get; set; }

    /// <summary>About the sender only.</summary>
    public string? SenderName { get; set; }

    /// <summary>About the recipient only.</summary>
    public string? RecipientName { get; set; }

    /// <summary>About both.</summary>
    public string Text { get; set; } = "";
}
