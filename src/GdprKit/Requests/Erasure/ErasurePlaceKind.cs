namespace GdprKit;

/// <summary>Where an erasure has something to do, or somebody has to be told of it.</summary>
public enum ErasurePlaceKind
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>A store of the application, which the maps describe.</summary>
    Store,

    /// <summary>Something else that the application reaches by itself: files, a search index, a cache, sessions (<see cref="Requests.IErasureTarget"/>).</summary>
    Target,

    /// <summary>A place outside the application, where somebody removes the data by hand (<see cref="ManualStore"/>).</summary>
    ManualStore,

    /// <summary>Something in a store that looks like personal data and that nobody declared: somebody looks at it, and says what it is.</summary>
    Undeclared,

    /// <summary>A party that received the data, and is told of the erasure, unless that is impossible or takes a disproportionate effort (Art. 19).</summary>
    Recipient,
}
