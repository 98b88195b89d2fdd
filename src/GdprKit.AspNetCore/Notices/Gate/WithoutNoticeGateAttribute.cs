namespace GdprKit;

/// <summary>Says that the gate of the notice never stands before a page, a controller or an action; of other endpoints <c>WithoutNoticeGate()</c> says it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WithoutNoticeGateAttribute : Attribute;
