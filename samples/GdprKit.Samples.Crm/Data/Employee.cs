namespace GdprKit.Samples.Crm.Data;

/// <summary>Someone who works for the shop.</summary>
public sealed class Employee
{
    public int EmployeeId { get; set; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public string? Title { get; set; }

    public int? ReportsTo { get; set; }

    public Employee? Manager { get; set; }

    public DateTime? BirthDate { get; set; }

    public DateTime? HireDate { get; set; }

    /// <summary>The last day of the employment; none while it goes on.</summary>
    public DateTime? LeftOn { get; set; }

    public string? Address { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public string? Country { get; set; }

    public string? PostalCode { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public string? Email { get; set; }

    public ICollection<Employee> Team { get; } = [];

    public ICollection<Customer> Customers { get; } = [];

    public string FullName => $"{FirstName} {LastName}";
}
