namespace GdprKit.Samples.Crm.Data;

/// <summary>Someone who buys music here.</summary>
public sealed class Customer
{
    public int CustomerId { get; set; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public string? Company { get; set; }

    public string? Address { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    /// <summary>The name of the country in English, as the database has it: see <see cref="Countries"/>.</summary>
    public string? Country { get; set; }

    public string? PostalCode { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public required string Email { get; set; }

    /// <summary>
    /// The day of the sign-up, in the time of the shop; of whom somebody else signed up, the day on which the shop got the data. Unknown of whoever was a
    /// customer before the shop kept it.
    /// </summary>
    public DateTime? SignedUpOn { get; set; }

    /// <summary>
    /// The language in which the shop writes, as <c>nl</c>. Unknown of whoever was a customer before the shop kept it: a country does not say it, and a guess
    /// would be taken for an answer. They are written to in Dutch, the main language of the shop.
    /// </summary>
    public string? Language { get; set; }

    /// <summary>Who signed the customer up, when somebody else did; unknown of whoever came by the form.</summary>
    public string? Source { get; set; }

    /// <summary>Whether somebody asked for the newsletter and nothing else: there is no account.</summary>
    public bool IsReader { get; set; }

    public int? SupportRepId { get; set; }

    public Employee? SupportRep { get; set; }

    public ICollection<Invoice> Invoices { get; } = [];

    public string FullName => $"{FirstName} {LastName}";
}
