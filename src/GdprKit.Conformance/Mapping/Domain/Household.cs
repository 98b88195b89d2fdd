namespace GdprKit.Conformance;

/// <summary>A row that belongs to everybody who refers to it.</summary>
public sealed class Household
{
    /// <summary>The primary key; given by the suite, not by the store.</summary>
    public int Id { get; set; }

    /// <summary>What is known of the household.</summary>
    public string Remark { get; set; } = "";

    /// <summary>Who lives there: those whose <see cref="Person.HouseholdId"/> it is.</summary>
    public ICollection<Person> Residents { get; } = [];
}
