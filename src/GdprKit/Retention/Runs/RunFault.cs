namespace GdprKit;

/// <summary>Why a step of a run could not be done. What is there is there still, and is past its period.</summary>
public enum RunFault
{
    /// <summary>It could.</summary>
    None = 0,

    /// <summary>GDPR1715: what is kept has changed since the run was approved.</summary>
    PartUnknown,

    /// <summary>GDPR1713: the store can only be read, or cannot do it in this way; the log says why.</summary>
    NotDisposable,

    /// <summary>GDPR1714: the store failed, also when it was asked again; the log says with what.</summary>
    StoreFailed,
}
