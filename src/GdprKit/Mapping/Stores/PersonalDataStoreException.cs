using GdprKit.Mapping;

namespace GdprKit;

/// <summary>
/// A store did not answer a question about its rows: it cannot be reached, or it is no longer as the model of the application says. What was
/// answered until then is dropped, so that nobody takes a part for the whole; nothing was changed.
/// </summary>
/// <remarks>The inner exception is what the store said. Values of rows and keys of people are not in the message.</remarks>
public sealed class PersonalDataStoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="store">The name of the store.</param>
    /// <param name="entity">What was asked about.</param>
    /// <param name="cause">What the store said.</param>
    public PersonalDataStoreException(string store, string entity, Exception cause)
        : base(Describe(store, entity, cause), cause) => (Store, Entity) = (store, entity);

    /// <summary>The name of the store.</summary>
    public string Store { get; }

    /// <summary>What was asked about.</summary>
    public string Entity { get; }

    private static string Describe(string store, string entity, Exception cause)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(store);
        ArgumentException.ThrowIfNullOrWhiteSpace(entity);
        ArgumentNullException.ThrowIfNull(cause);
        return $"{MappingMessages.NoAnswer}: {store} did not answer what it was asked about {entity} ({cause.GetType().Name}); what it answered before is dropped, and nothing was changed. "
            + "See that it can be reached, and that its tables and columns are those of the model that the application started with; then ask again. The inner exception says what it answered.";
    }
}
