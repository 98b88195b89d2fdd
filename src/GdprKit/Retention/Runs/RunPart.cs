using System.Text.Json;
using GdprKit.Content;

namespace GdprKit.Retention;

/// <summary>A part of a run, as the plan has it.</summary>
/// <param name="Entity">Whose rows.</param>
/// <param name="Group">Which fields are emptied or replaced; <see langword="null"/> when rows go.</param>
internal sealed record RunPart(PlannedEntity Entity, FieldGroup? Group)
{
    /// <summary>The fields that are emptied or replaced; none when rows go.</summary>
    public ValueList<PropertyPath> Fields => Group?.Changing ?? [];

    /// <summary>What becomes of the rows.</summary>
    public RowChange Change => Group is null ? new RowChange.Delete() : Group.Change;

    /// <summary>What it is called.</summary>
    public RunPartName Name => new(Entity.Store, Entity.Name, Fields);

    /// <summary>Its name in the ledger.</summary>
    public Digest Digest => CanonicalJson.HashOf(ReportJson.Write(indented: false, json => json.WriteList("parts", [this], part => part.Write(json))));

    /// <summary>Writes the name.</summary>
    public void Write(Utf8JsonWriter json) => json.WriteObject(() =>
    {
        json.WriteString("store", Entity.Store);
        json.WriteString("entity", Entity.Name);
        json.WriteList("fields", Fields, field => json.WriteStringValue(field.ToString()));
    });
}
