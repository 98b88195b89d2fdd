using System.Text.Json;
using GdprKit.Content;

namespace GdprKit.Retention;

/// <summary>A part of a run, as the plan has it.</summary>
/// <param name="Entity">Whose rows.</param>
/// <param name="Group">Which fields are emptied or replaced; <see langword="null"/> when rows go, or are archived.</param>
internal sealed record RunPart(PlannedEntity Entity, FieldGroup? Group)
{
    /// <summary>Where the rows say that they are archived, when they leave daily use or come back; else <see langword="null"/>.</summary>
    public ArchiveMap? Archive { get; init; }

    /// <summary>Whether whole rows go.</summary>
    public bool IsOfRows => Group is null && Archive is null;

    /// <summary>What is done with them.</summary>
    public DisposalAction Action => Archive is not null ? DisposalAction.Archive : Group is null ? DisposalAction.Delete : DisposalAction.Blank;

    /// <summary>The fields that are emptied or replaced, or that say what is archived; none when rows go.</summary>
    public ValueList<PropertyPath> Fields => Archive is not null ? [Archive.Property] : Group?.Changing ?? [];

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
