namespace GdprKit;

/// <summary>What a place of an erasure answered.</summary>
public enum ErasurePlaceAnswer
{
    /// <summary>Nothing yet.</summary>
    Unspecified = 0,

    /// <summary>Nothing of the person is left there, but what is kept for somebody else; of a recipient: it was told.</summary>
    Done,

    /// <summary>Something stays there for a time; what could go is gone.</summary>
    Waiting,

    /// <summary>Of a recipient: it could not be told, or only by a disproportionate effort (Art. 19).</summary>
    Impossible,
}
