using GdprKit.Mapping;

namespace GdprKit.Samples.Crm.Privacy;

/// <summary>What one table keeps of a person.</summary>
/// <param name="Entity">The table.</param>
/// <param name="Rows">How many of its rows are theirs.</param>
/// <param name="Groups">Their fields, those that go first in front.</param>
public sealed record KeptTable(StoreEntity Entity, int Rows, ValueList<KeptGroup> Groups)
{
    /// <summary>Whether the person is a row of it; else the rows belong to the person, as invoices do.</summary>
    public bool IsThePerson => Entity.Owners.Any(owner => owner.Steps.IsEmpty && owner.Key == Entity.Description.Key);
}
