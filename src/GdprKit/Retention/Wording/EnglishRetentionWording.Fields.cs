using NodaTime;

namespace GdprKit;

public abstract partial class EnglishRetentionWording
{
    /// <inheritdoc/>
    protected override string NobodyKnows => "Nothing we do is about this. That is why nobody knows when it may go. Until that is clear, we keep it.";

    /// <inheritdoc/>
    protected override string NeededUntil(string activity, string basis, LocalDate lastDay) =>
        $"For “{activity}” ({basis}) this is needed up to and including {Words.Date(lastDay)}.";

    /// <inheritdoc/>
    protected override string NeededFor(string activity, string basis) => $"This belongs to “{activity}” ({basis}).";

    /// <inheritdoc/>
    protected override string ArchivedFrom(LocalDate day) => $"From {Words.Date(day)} we no longer use it in our daily work.";
}
