namespace GdprKit;

/// <summary>How a request was carried out.</summary>
public enum RightsFulfilmentMeans
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>Somebody did it, and says what.</summary>
    ByHand,

    /// <summary>It was in force with its receipt, as an objection to direct marketing is.</summary>
    AtOnce,

    /// <summary>What is held was handed out as an export.</summary>
    Export,

    /// <summary>The data were erased, as was ordered.</summary>
    Erased,
}
