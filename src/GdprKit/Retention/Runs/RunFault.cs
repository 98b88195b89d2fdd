namespace GdprKit;

/// <summary>Why a step of a run could not be done. What is there is there still, and is past its period.</summary>
public enum RunFault
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>What is kept has changed since the run was approved.</summary>
    PartUnknown,

    /// <summary>The store can only be read, or cannot do it in this way; GDPR6007 in the log says why.</summary>
    NotDisposable,

    /// <summary>The store failed, also when it was asked again; GDPR6008 in the log says with what.</summary>
    StoreFailed,
}
