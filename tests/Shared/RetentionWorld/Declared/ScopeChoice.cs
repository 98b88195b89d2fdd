using System.Linq.Expressions;

namespace GdprKit.RetentionWorld;

/// <summary>A way in which a map can say which rows an activity is about, and the same in plain words.</summary>
/// <param name="Condition">What the map says.</param>
/// <param name="IsMet">What it means; what is not there meets nothing.</param>
public sealed record ScopeChoice<T>(Expression<Func<T, bool>> Condition, Func<T, bool> IsMet)
    where T : class
{
    public override string ToString() => Condition.ToString();
}
