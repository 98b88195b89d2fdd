namespace GdprKit.EntityFrameworkCore.Library;

/// <summary>Somebody who borrows books: dates of every kind, most of them not always there, and a mentor who need not exist.</summary>
public sealed class Reader
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>A key of a kind that no foreign key guards.</summary>
    public string? Card { get; set; }

    public int? Visits { get; set; }

    public bool IsActive { get; set; }

    public DateTime JoinedAt { get; set; }

    public DateTime? LastSeen { get; set; }

    public DateOnly? LeftOn { get; set; }

    public int? MentorId { get; set; }

    public Reader? Mentor { get; set; }

    public ICollection<Loan> Loans { get; } = [];
}

public sealed class Loan
{
    public int Id { get; set; }

    public int ReaderId { get; set; }

    public Reader Reader { get; set; } = null!;

    public string? Card { get; set; }

    public DateTime LentAt { get; set; }

    public DateTime? ReturnedAt { get; set; }

    public ICollection<LoanItem> Items { get; } = [];
}

public sealed class LoanItem
{
    public int Id { get; set; }

    public int LoanId { get; set; }

    public Loan Loan { get; set; } = null!;

    public DateTime? DueAt { get; set; }

    public int? Fine { get; set; }
}
