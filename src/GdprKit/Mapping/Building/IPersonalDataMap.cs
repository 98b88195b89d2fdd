namespace GdprKit;

/// <summary>
/// Says where one class of the application holds personal data: whose row it is, which property holds what, and from which
/// dates periods run. Implement <see cref="IPersonalDataMap{TEntity}"/>; this is what the maps of all classes have in common.
/// </summary>
public interface IPersonalDataMap
{
    internal EntityMap Declare(ICollection<MapFault> faults);
}
