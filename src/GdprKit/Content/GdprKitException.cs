namespace GdprKit;

/// <summary>What GdprKit refuses, whatever it is about: an id, the fault and the remedy. A host that treats all refusals alike catches this.</summary>
/// <remarks>Its message holds no key of a person, no value of a row and no secret.</remarks>
public abstract class GdprKitException : Exception
{
    /// <summary>Makes the exception; for the packages of GdprKit and who writes adapters of it.</summary>
    /// <param name="id">The id, for example <c>GDPR3100</c>.</param>
    /// <param name="fault">What is wrong, in a sentence.</param>
    /// <param name="remedy">What to do, in a sentence.</param>
    /// <param name="cause">What led to it, or <see langword="null"/>.</param>
    protected GdprKitException(string id, string fault, string remedy, Exception? cause = null)
        : base($"{id}: {fault} {remedy}", cause) => (Id, Fault, Remedy) = (id, fault, remedy);

    /// <summary>The id; all ids stand in MESSAGES.md.</summary>
    public string Id { get; }

    /// <summary>What is wrong, in a sentence.</summary>
    public string Fault { get; }

    /// <summary>What to do, in a sentence.</summary>
    public string Remedy { get; }
}
